# Gives the name that the remedy used for a SID, or the SID. Nothing is translated, since a SID without an account is no error.
function Format-Account([string] $Sid) {
    if ($Remedy.Accounts.ContainsKey($Sid)) { $Remedy.Accounts[$Sid] } else { $Sid }
}
