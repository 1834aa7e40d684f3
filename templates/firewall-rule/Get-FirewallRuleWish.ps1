# What a remedy asks of a firewall rule, of the parameters that were given: setting and text, in the order in which Windows takes them.
function Get-FirewallRuleWish([Collections.IDictionary] $Given) {
    $wishes = [ordered]@{}
    foreach ($setting in 'direction', 'action', 'protocol', 'local_ports', 'remote_ports', 'remote_addresses', 'program', 'service', 'profiles', 'enabled') {
        $value = $Given[$setting.Replace('_', '')]
        if ("$value" -ne '') { $wishes[$setting] = Format-FirewallSetting $setting $value }
    }
    $wishes
}
