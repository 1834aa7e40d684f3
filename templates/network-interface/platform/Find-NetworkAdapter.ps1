# The network interfaces of this computer that are not hidden, as CIM has them: Name, Description, Index, Guid, State (1 is connected), Physical, IpEnabled, Dhcp, Servers, Mac, Addresses, Metric.
## "MSFT_NetAdapter class", "Win32_NetworkAdapterConfiguration class" (Microsoft Learn). MediaConnectState: NET_IF_MEDIA_CONNECT_STATE, ifdef.h.
function Find-NetworkAdapter {
    #remedyc:every-host
    $settings = @{}
    foreach ($one in Get-CimInstance -ClassName Win32_NetworkAdapterConfiguration -OperationTimeoutSec 60) { $settings[[int]$one.InterfaceIndex] = $one }
    foreach ($one in Get-CimInstance -Namespace 'root\StandardCimv2' -ClassName MSFT_NetAdapter -OperationTimeoutSec 60) {
        $own = $settings[[int]$one.InterfaceIndex]
        if ($one.Hidden -or $null -eq $own) { continue }
        [pscustomobject]@{
            Name = [string]$one.Name; Description = [string]$one.InterfaceDescription; Index = [int]$one.InterfaceIndex; Guid = [string]$one.InterfaceGuid; State = [int]$one.MediaConnectState
            Physical = [bool]$one.HardwareInterface; IpEnabled = [bool]$own.IPEnabled; Dhcp = [bool]$own.DHCPEnabled; Servers = @($own.DNSServerSearchOrder | Where-Object { $_ })
            Mac = [string]$own.MACAddress; Addresses = @($own.IPAddress | Where-Object { $_ }); Metric = $own.IPConnectionMetric
        }
    }
}
