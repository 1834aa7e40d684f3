# Stands in for Find-VpnProfile on the simulated machine.
function Find-SimulatedVpnProfile {
    Enter-Effect -Name 'Find-VpnProfile'
    Confirm-Cim -Readable $global:Windows.hardware.vpnReadable
    foreach ($name in @($global:Windows.vpnConnections.PSBase.Keys)) {
        $row = $global:Windows.vpnConnections[$name]
        [pscustomobject]@{
            Name = $name; ServerAddress = $row.serverAddress; TunnelType = $row.tunnelType; SplitTunneling = [bool]$row.splitTunneling
            AuthenticationMethod = [string[]]@($row.authenticationMethod); EncryptionLevel = $row.encryptionLevel; RememberCredential = [bool]$row.rememberCredential
            DnsSuffix = $row.dnsSuffix; ProfileType = $row.profileType; Connected = [bool]$row.connected
        }
    }
}
