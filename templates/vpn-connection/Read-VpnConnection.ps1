# A property of a VPN connection that all users have, in the words of the remedy; $null where there is none.
function Read-VpnConnection([string] $Name, [string] $Property) {
    foreach ($one in Find-VpnConnection $Name) {
        switch ($Property) {
            'server_address' { $one.ServerAddress }
            'tunnel_type' { $one.TunnelType.ToLowerInvariant() }
            'split_tunneling' { $one.SplitTunneling }
            'authentication_method' {
                switch ("$($one.AuthenticationMethod)") {
                    'MachineCertificate' { 'machine_certificate' }
                    { $_ -in 'Eap', 'MsChapv2', 'Chap', 'Pap' } { $_.ToLowerInvariant() }
                    default { 'other' }
                }
            }
            'encryption_level' { if ($one.EncryptionLevel -eq 'NoEncryption') { 'no_encryption' } else { $one.EncryptionLevel.ToLowerInvariant() } }
            'remember_credential' { $one.RememberCredential }
            'dns_suffix' { $one.DnsSuffix }
            'connected' { $one.Connected }
        }
    }
}
