# Adds, sets or removes a VPN connection of all users; throws what is answered other than 0.
## "PS_VpnConnection class" (learn.microsoft.com/previous-versions/windows/desktop/vpnclientpsprov/ps-vpnconnection): Add and Set take a Name, Remove a list of them. Force asks nobody.
function Invoke-VpnMethod([ValidateSet('Add', 'Set', 'Remove')] [string] $Method, [string] $Name, [hashtable] $Values) {
    #remedyc:every-host
    $all = $Values + @{ Name = $(if ($Method -eq 'Remove') { , [string[]]@($Name) } else { $Name }); AllUserConnection = $true; Force = $true }
    foreach ($answer in Invoke-CimMethod -Namespace 'root\Microsoft\Windows\RemoteAccess\Client' -ClassName PS_VpnConnection -MethodName $Method -Arguments $all -OperationTimeoutSec 120 -WhatIf:$false -Confirm:$false) {
        $code = $answer.PSObject.Properties['ReturnValue']
        if ($null -ne $code -and $code.Value -ne 0) { throw "PS_VpnConnection.$Method returned $($code.Value)" }
    }
}
