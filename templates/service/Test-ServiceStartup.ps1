# True when a service starts as wished. 'automatic' is content with a delayed start, which installers and administrators choose to make Windows start faster.
function Test-ServiceStartup {
    param([Parameter(Mandatory)] [string] $Actual, [Parameter(Mandatory)] [string] $Wish)
    $Actual -eq $Wish -or ($Wish -eq 'automatic' -and $Actual -eq 'automatic_delayed')
}
