# The settings of a VPN connection that are not as wished: Name, Wish and Is, as Windows has them.
function Find-VpnDeviation([object] $One, [Collections.IDictionary] $Given) {
    foreach ($name in 'ServerAddress', 'TunnelType', 'SplitTunneling', 'AuthenticationMethod', 'EncryptionLevel', 'RememberCredential', 'DnsSuffix') {
        if ($null -eq $Given[$name]) { continue }
        $wish = ConvertTo-VpnValue $name $Given[$name]
        $is = $One.$name
        if (-not (Test-Text "$is" "$wish" -IgnoreCase)) { [pscustomobject]@{ Name = $name; Wish = $wish; Is = $is } }
    }
}
