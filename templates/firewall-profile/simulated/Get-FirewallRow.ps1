# The values in the registry in which Windows Firewall keeps a profile; throws as it does while its service is stopped.
function Get-FirewallRow {
    param([string] $Name)
    if ($global:Windows.services['MpsSvc'].state -ne 'running') {
        throw [System.ComponentModel.Win32Exception]::new(1753, 'There are no more endpoints available from the endpoint mapper. (0x800706D9)')
    }
    $key = @{ domain = 'DomainProfile'; private = 'StandardProfile'; public = 'PublicProfile' }[$Name]
    (Add-KeyRow -Key "HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\$key")['values']
}
