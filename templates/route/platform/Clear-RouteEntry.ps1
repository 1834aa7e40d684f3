# Deletes a route of an interface ('': of each), as it is now and as it is kept; one that is not there is no error.
function Clear-RouteEntry {
    param([Parameter(Mandatory)] [string] $Prefix, [Parameter(Mandatory)] [string] $NextHop, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Interface)
    #remedyc:every-host
    foreach ($one in @(Get-CimInstance -Namespace 'root\StandardCimv2' -ClassName MSFT_NetRoute -Filter 'AddressFamily = 2 OR AddressFamily = 23' -OperationTimeoutSec 60)) {
        if ($one.DestinationPrefix -ne $Prefix -or $one.NextHop -ne $NextHop -or ($Interface -and $one.InterfaceAlias -ne $Interface)) { continue }
        Remove-CimInstance -InputObject $one -OperationTimeoutSec 60 -WhatIf:$false -Confirm:$false
    }
}
