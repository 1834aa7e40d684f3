# Makes a route that counts at once, and is kept.
## "Create method of the MSFT_NetRoute class"; "New-NetRoute": without a PolicyStore it is made in both stores.
function Add-RouteEntry([string] $Prefix, [string] $NextHop, [string] $Interface, [int] $Metric) {
    #remedyc:every-host
    $values = @{ DestinationPrefix = $Prefix; NextHop = $NextHop; InterfaceAlias = $Interface; RouteMetric = [uint16]$Metric }
    $answer = Invoke-CimMethod -Namespace 'root\StandardCimv2' -ClassName MSFT_NetRoute -MethodName Create -Arguments $values -OperationTimeoutSec 120 -WhatIf:$false -Confirm:$false
    if ($answer.ReturnValue) { throw "Windows returned $($answer.ReturnValue)" }
}
