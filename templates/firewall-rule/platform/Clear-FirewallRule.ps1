# Deletes every rule of a name.
## "INetFwRules::Remove": by the name; without effect where there is no such rule. Of several of one name it is not said how many go: it is called for each.
function Clear-FirewallRule {
    param([Parameter(Mandatory)] [string] $Name)
    #remedyc:every-host
    $rules = (New-Object -ComObject HNetCfg.FwPolicy2).Rules
    $names = @(foreach ($rule in $rules) { if ([string]::Equals($rule.Name, $Name, [StringComparison]::OrdinalIgnoreCase)) { $rule.Name } })
    foreach ($one in $names) { $rules.Remove($one) }
}
