# The rules of a name as remedies say them: a table for each, every setting as one text.
function Get-FirewallRuleText([string] $Name) {
    foreach ($rule in Find-FirewallRule $Name) {
        $profiles = @{ domain = 1; private = 2; public = 4 }
        $protocol = @{ 256 = 'any'; 6 = 'tcp'; 17 = 'udp'; 1 = 'icmpv4'; 58 = 'icmpv6' }[$rule.Protocol]
        $is = @{
            direction = @{ 1 = 'inbound'; 2 = 'outbound' }[$rule.Direction]; action = @('block', 'allow')[$rule.Action]; protocol = if ($protocol) { $protocol } else { 'other' }
            local_ports = $rule.LocalPorts; remote_ports = $rule.RemotePorts; remote_addresses = $rule.RemoteAddresses; program = $rule.ApplicationName; service = $rule.ServiceName
            profiles = @($profiles.Keys | Where-Object { $rule.Profiles -band $profiles[$_] }); enabled = $rule.Enabled
        }
        foreach ($setting in @($is.Keys)) { $is[$setting] = Format-FirewallSetting $setting $is[$setting] }
        $is
    }
}
