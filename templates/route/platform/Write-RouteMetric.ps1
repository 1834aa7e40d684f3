# Sets the metric of a route of an interface, as it is now and as it is kept.
## "Set-NetRoute" does it so: the instance is modified.
function Write-RouteMetric([string] $Prefix, [string] $NextHop, [string] $Interface, [int] $Metric) {
    #remedyc:every-host
    foreach ($one in @(Get-CimInstance -Namespace 'root\StandardCimv2' -ClassName MSFT_NetRoute -Filter 'AddressFamily = 2 OR AddressFamily = 23' -OperationTimeoutSec 60)) {
        if ($one.DestinationPrefix -ne $Prefix -or $one.NextHop -ne $NextHop -or $one.InterfaceAlias -ne $Interface) { continue }
        Set-CimInstance -InputObject $one -Property @{ RouteMetric = [uint16]$Metric } -OperationTimeoutSec 60 -WhatIf:$false -Confirm:$false
    }
}
