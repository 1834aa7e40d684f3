# Makes a rule of Windows Firewall that is missing, or sets what deviates.
function Repair-FirewallRule([string] $Name, [object] $Direction, [object] $Action, [object] $Protocol, [object] $LocalPorts, [object] $RemotePorts, [object] $RemoteAddresses, [object] $Program, [object] $Service, [object] $Profiles, [object] $Enabled) {
    $rules = @(Get-FirewallRuleText $Name)
    $wishes = Get-FirewallRuleWish $PSBoundParameters
    if ($rules.Count -eq 0) {
        if (-not $wishes.Contains('enabled')) { $wishes['enabled'] = 'true' }
        $values = [ordered]@{}
        foreach ($setting in $wishes.Keys) {
            # all ports are so by themselves, and ICMP has none
            if ("$setting $($wishes[$setting])" -in 'local_ports any', 'remote_ports any') { continue }
            $one = ConvertTo-FirewallProperty $setting $wishes[$setting]
            $values[$one.Name] = $one.Value
        }
        Add-Journal 'FirewallRule' $Name '' 'made'
        return Add-FirewallRule $Name $values
    }
    foreach ($setting in $wishes.Keys) {
        $was = @($rules | ForEach-Object { $_[$setting] } | Where-Object { $_ -ne $wishes[$setting] })
        if ($was.Count -eq 0) { continue }
        if ($rules.Count -eq 1) { Add-Journal 'FirewallRuleSetting' $Name, $setting $was[0] $wishes[$setting] }
        else { Add-Journal 'Lost' "firewall rules $Name got $setting $($wishes[$setting])" }
        $one = ConvertTo-FirewallProperty $setting $wishes[$setting]
        Write-FirewallRule $Name $one.Name $one.Value
    }
}
