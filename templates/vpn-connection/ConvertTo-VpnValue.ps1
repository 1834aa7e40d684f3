# A setting of a VPN connection as Windows has it, of what the remedy says: machine_certificate is MachineCertificate.
function ConvertTo-VpnValue([string] $Setting, [object] $Wish) {
    if ($Setting -notin 'TunnelType', 'AuthenticationMethod', 'EncryptionLevel') { return $Wish }
    $words = 'Automatic', 'Ikev2', 'L2tp', 'Pptp', 'Sstp', 'Eap', 'MachineCertificate', 'MsChapv2', 'Chap', 'Pap', 'NoEncryption', 'Optional', 'Required', 'Maximum'
    $word = @($words | Where-Object { $_ -eq "$Wish".Replace('_', '') })[0]
    if ($Setting -eq 'AuthenticationMethod') { , [string[]]@($word) } else { $word }
}
