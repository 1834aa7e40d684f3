# Gives a service its logon account back; gives the reason where that cannot be done.
## Gives a service its logon account back, where that needs no password, and starts it again where it runs; gives the reason where that cannot be done.
function Undo-ServiceAccount([string[]] $At, [string] $Was) {
    $name = $At[0]
    if ($Was -eq '') { return 'its account is unknown' }
    # SYSTEM, Local Service, Network Service and virtual accounts have no password; the name of a managed account ends with $
    if ($Was -notmatch '^S-1-5-(18|19|20|80-.+)$' -and -not ([string](Get-AccountName $Was)).EndsWith('$', [StringComparison]::Ordinal)) { return "its account $Was needs a password" }
    $account = ConvertFrom-ServiceAccount -Name $name -Sid $Was
    $code = Write-ServiceAccount $name $account
    if ($code -ne 0) { throw "the account of service $name could not be set to ${account}: $(Get-ServiceErrorText $code)" }
    if ((Get-SettledState $name) -notin '', 'stopped') { Invoke-ServiceRestart $name }
}
