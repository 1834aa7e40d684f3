# Gives something of a rule of the firewall, 'absent' where there is no such rule. At: rule, setting.
function Get-FirewallRuleSettingState([string[]] $At) {
    $rules = @(Get-FirewallRuleText $At[0])
    if ($rules.Count -eq 0) { 'absent' } else { @($rules | ForEach-Object { $_[$At[1]] }) -join ' and ' }
}
