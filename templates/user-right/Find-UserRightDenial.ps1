# Which of these accounts is denied a logon right.
## Or nothing: SeDenyServiceLogonRight supersedes SeServiceLogonRight. Other rights have no such twin.
function Find-UserRightDenial([string] $Right, [string[]] $Includes) {
    if ($Right -notmatch '^Se(Service|Batch|Interactive|Network|RemoteInteractive)LogonRight$') { return }
    $denyRight = 'SeDeny' + $Right.Substring(2)
    $denied = @(Get-UserRightHolder $denyRight)
    foreach ($sid in $Includes) {
        foreach ($deny in Get-AccountGroup $sid) {
            if ($denied -contains $deny) { return "$denyRight denies $sid the right $Right (it lists $(Format-Account $deny))" }
        }
    }
}
