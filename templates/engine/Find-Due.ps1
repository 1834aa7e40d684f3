# Why something that is done once in a period is due, by the mark of when it was done; nothing when it is not.
## A mark under this id that has another title is of another version of the remedy, and one of the future is as old as it is far.
function Find-Due([string] $Mark, [string] $Title, [timespan] $Every) {
    $time, $done = $Mark -split ' ', 2
    $age = Get-MarkAge $time
    if ($null -eq $age -or $done -cne $Title) { "'$Title' was not done yet" }
    elseif ($age -ge $Every) { "'$Title' was done on $($time.Substring(0, 10)), it is due every $(Format-Duration $Every)" }
}
