# Says which of these accounts is denied a user right, or nothing: SeDenyServiceLogonRight supersedes SeServiceLogonRight. Only the five logon rights have such a twin.
function Find-UserRightDenial {
    param([Parameter(Mandatory)] [string] $Right, [string[]] $Includes = @())
    if ($Includes.Count -eq 0 -or $Right -notmatch '^Se(Service|Batch|Interactive|Network|RemoteInteractive)LogonRight$') { return }
    $denyRight = 'SeDeny' + $Right.Substring(2)
    $denied = @(Get-UserRightHolder -Right $denyRight)
    foreach ($sid in $Includes) {
        foreach ($deny in @(Get-AccountGroup -Sid $sid)) {
            if ($denied -contains $deny) { return "$denyRight denies $sid the right $Right (it lists $(Format-Account -Sid $deny))" }
        }
    }
}
