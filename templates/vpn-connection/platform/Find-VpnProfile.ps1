# The VPN connections that all users have, as CIM tells of them.
## "Get method of the PS_VpnConnection class" (learn.microsoft.com/previous-versions/windows/desktop/vpnclientpsprov/get-ps-vpnconnection): without names it gives all. Invoke-CimMethod gives an output parameter that is streamed as
## objects with ItemName and ItemValue, another one as a property: CIM_MethodParameter, qualifier Stream. Get-VpnConnection of the module VpnClient calls the same.
function Find-VpnProfile {
    #remedyc:every-host
    foreach ($answer in Invoke-CimMethod -Namespace 'root\Microsoft\Windows\RemoteAccess\Client' -ClassName PS_VpnConnection -MethodName Get -Arguments @{ AllUserConnection = $true } -OperationTimeoutSec 60 -WhatIf:$false -Confirm:$false) {
        foreach ($name in 'cmdletOutput', 'ItemValue') {
            $output = $answer.PSObject.Properties[$name]
            foreach ($one in $(if ($null -ne $output) { $output.Value })) {
                $read = @{}
                foreach ($property in $one.CimInstanceProperties) { $read[$property.Name] = $property.Value }
                [pscustomobject]@{
                    Name = [string]$read['Name']; ServerAddress = [string]$read['ServerAddress']; TunnelType = [string]$read['TunnelType']; SplitTunneling = [bool]$read['SplitTunneling']
                    AuthenticationMethod = [string[]]@($read['AuthenticationMethod']); EncryptionLevel = [string]$read['EncryptionLevel']; RememberCredential = [bool]$read['RememberCredential']
                    DnsSuffix = [string]$read['DnsSuffix']; ProfileType = [string]$read['ProfileType']; Connected = $read['ConnectionStatus'] -notin $null, '', 'NotConnected'
                }
            }
        }
    }
}
