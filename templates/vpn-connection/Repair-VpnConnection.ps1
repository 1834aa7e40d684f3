# Makes a VPN connection that all users have, or sets what deviates of it.
function Repair-VpnConnection([string] $Name, [string] $ServerAddress, [string] $TunnelType, [bool] $SplitTunneling, [string] $AuthenticationMethod, [string] $EncryptionLevel, [bool] $RememberCredential, [string] $DnsSuffix) {
    $null = $ServerAddress, $TunnelType, $SplitTunneling, $AuthenticationMethod, $EncryptionLevel, $RememberCredential, $DnsSuffix
    $one = Find-VpnConnection $Name
    if ($null -eq $one) {
        $values = @{}
        foreach ($setting in $PSBoundParameters.Keys) { if ($setting -ne 'Name') { $values[$setting] = ConvertTo-VpnValue $setting $PSBoundParameters[$setting] } }
        Add-Journal 'VpnConnection' $Name '' 'there'
        return Invoke-VpnMethod 'Add' $Name $values
    }
    foreach ($other in Find-VpnDeviation $one $PSBoundParameters) {
        Add-Journal 'VpnConnectionSetting' $Name, $other.Name "$($other.Is)" "$($other.Wish)"
        Invoke-VpnMethod 'Set' $one.Name @{ $other.Name = $other.Wish }
    }
}
