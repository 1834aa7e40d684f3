# The rules of a name on the simulated machine; throws as Windows Firewall does while its service is stopped, and where a change is refused.
function Get-FirewallRuleRow([string] $Name, [switch] $Change) {
    if ($global:Windows.services['MpsSvc'].state -ne 'running') {
        throw [System.ComponentModel.Win32Exception]::new(1753, 'There are no more endpoints available from the endpoint mapper. (0x800706D9)')
    }
    if ($Change -and -not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied. (0x80070005 (E_ACCESSDENIED))') }
    if ($global:Windows.firewallRules.Contains($Name)) { $global:Windows.firewallRules[$Name] }
}
