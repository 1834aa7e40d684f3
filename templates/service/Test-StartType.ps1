# True when a service starts as wished. 'automatic' is content with a delayed start, which installers and administrators choose to make Windows start faster.
function Test-StartType([string] $Actual, [string] $Wish) {
    $Actual -eq $Wish -or ($Wish -eq 'automatic' -and $Actual -eq 'automatic_delayed')
}
