# The reason where a VPN connection that all users have is not as wished.
function Test-VpnConnection([string] $Name, [string] $ServerAddress, [string] $TunnelType, [bool] $SplitTunneling, [string] $AuthenticationMethod, [string] $EncryptionLevel, [bool] $RememberCredential, [string] $DnsSuffix) {
    $null = $ServerAddress, $TunnelType, $SplitTunneling, $AuthenticationMethod, $EncryptionLevel, $RememberCredential, $DnsSuffix
    $shown = "VPN connection $(Format-Name $Name)"
    $one = Find-VpnConnection $Name
    if ($null -eq $one) { return "$shown is missing" }
    $wrong = @(Find-VpnDeviation $one $PSBoundParameters | ForEach-Object { "$(($_.Name -creplace '(?<=.)[A-Z]', ' $0').ToLowerInvariant()) '$(ConvertTo-Line "$($_.Is)")', it should be '$(ConvertTo-Line "$($_.Wish)")'" })
    if ($wrong.Count -gt 0) { "$shown has the $($wrong -join ', and the ')" }
}
