# The name that the remedy used for a SID, or the SID.
## The name that the remedy used for a SID, or the SID. Nothing is translated.
## Since a SID without an account is no error.
function Format-Account([string] $Sid) {
    if ($Remedy.Accounts.ContainsKey($Sid)) { $Remedy.Accounts[$Sid] } else { $Sid }
}
