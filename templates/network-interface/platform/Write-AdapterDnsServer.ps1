# Sets the DNS servers of an interface for IPv4; those of DHCP count where none is given. Gives what Windows returns: 0, or 1 where that counts after a restart.
## "SetDNSServerSearchOrder method of the Win32_NetworkAdapterConfiguration class" (Microsoft Learn): without an argument the servers of DHCP count again.
function Write-AdapterDnsServer([int] $Index, [string[]] $Servers) {
    #remedyc:every-host
    $adapter = Get-CimInstance -ClassName Win32_NetworkAdapterConfiguration -Filter "InterfaceIndex = $Index" -OperationTimeoutSec 60
    if ($null -eq $adapter) { throw 'it is not there any more' }
    $values = @{}
    if ($Servers) { $values['DNSServerSearchOrder'] = $Servers }
    [int](Invoke-CimMethod -InputObject $adapter -MethodName SetDNSServerSearchOrder -Arguments $values -OperationTimeoutSec 120 -WhatIf:$false -Confirm:$false).ReturnValue
}
