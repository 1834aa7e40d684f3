# The routes of this computer: Prefix, NextHop, Interface (its name), Metric, Cost (with that of the interface), Kept (true: as it is at each start of Windows; false: as it is now).
## "MSFT_NetRoute class" (learn.microsoft.com/windows/win32/fwp/wmi/nettcpipprov/msft-netroute); Store: 0 PersistentStore, 1 ActiveStore. InterfaceMetric came with Windows 10. A query, as those of Remove-NetRoute, gives both.
function Find-RouteEntry {
    #remedyc:every-host
    foreach ($one in Get-CimInstance -Namespace 'root\StandardCimv2' -ClassName MSFT_NetRoute -Filter 'AddressFamily = 2 OR AddressFamily = 23' -OperationTimeoutSec 60) {
        [pscustomobject]@{
            Prefix = [string]$one.DestinationPrefix; NextHop = [string]$one.NextHop; Interface = [string]$one.InterfaceAlias
            Metric = [int]$one.RouteMetric; Cost = [int]$one.RouteMetric + [int]$(if ($one.PSObject.Properties['InterfaceMetric']) { $one.InterfaceMetric }); Kept = $one.Store -eq 0
        }
    }
}
