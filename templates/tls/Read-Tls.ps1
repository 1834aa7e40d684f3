# Reads whether anything is set for a protocol (exists), or whether a protocol is on or off for a role (client, server) by the registry.
# default: the default of Windows counts, or the values contradict each other.
function Read-Tls {
    param([Parameter(Mandatory)] [string] $Version, [Parameter(Mandatory)] [ValidateSet('exists', 'client', 'server')] [string] $Property)
    if ($Property -eq 'exists') { return @('Client', 'Server' | Where-Object { (Get-TlsSetting -Version $Version -Role $_).State -ne 'unset' }).Count -gt 0 }
    $state = (Get-TlsSetting -Version $Version -Role $Property).State
    if ($state -in 'on', 'off') { $state } else { 'default' }
}
