# The SID of an account by name, as this device resolves it; a SID is given back.
## Throws when there is no such account.
function Resolve-Account([string] $Account) {
    if ($Account -match '^S-1-[0-9]+(-[0-9]+)+$') { return $Account.ToUpperInvariant() }
    $sid = Get-AccountSid $Account
    if ([string]::IsNullOrEmpty($sid)) { throw "this machine knows no account '$Account'" }
    $sid
}
