# Gives the SID of an account as this machine resolves its name, $null where it knows none.
function Find-AccountSid {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Name)
    $accounts = $global:Windows.accounts
    if ($accounts.Contains($Name)) { return [string]$accounts[$Name] }
    if ($Name -match '^NT SERVICE\\(.+)$') {
        if ($global:Windows.services.Contains($Matches[1])) { Get-ServiceSid -Name $Matches[1] }
        return
    }
    if ($Name -notmatch '\\') {
        foreach ($account in $accounts.PSBase.Keys) { if ($account.EndsWith("\$Name", [System.StringComparison]::OrdinalIgnoreCase)) { return [string]$accounts[$account] } }
    }
}
