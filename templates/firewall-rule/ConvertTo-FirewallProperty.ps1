# A setting of a firewall rule as INetFwRule has it: Name and Value.
function ConvertTo-FirewallProperty([string] $Setting, [string] $Text) {
    $value = switch ($Setting) {
        'direction' { if ($Text -eq 'inbound') { 1 } else { 2 } }
        'action' { [int]($Text -eq 'allow') }
        'protocol' { @{ any = 256; tcp = 6; udp = 17; icmpv4 = 1; icmpv6 = 58 }[$Text] }
        'profiles' {
            $sum = 0
            foreach ($one in $Text -split ', ') { $sum += @{ domain = 1; private = 2; public = 4 }[$one] }
            if ($sum -eq 7) { 0x7FFFFFFF } else { $sum }
        }
        'enabled' { $Text -eq 'true' }
        { $_ -in 'program', 'service' } { if ($Text -ne 'any') { $Text } else { '' } }
        default { if ($Text -eq 'any') { '*' } else { $Text.Replace(', ', ',') } }
    }
    $names = @{ local_ports = 'LocalPorts'; remote_ports = 'RemotePorts'; remote_addresses = 'RemoteAddresses'; program = 'ApplicationName'; service = 'ServiceName' }
    [pscustomobject]@{ Name = if ($names.Contains($Setting)) { $names[$Setting] } else { $Setting.Substring(0, 1).ToUpperInvariant() + $Setting.Substring(1) }; Value = $value }
}
