# Gives 'made' where there is a rule of the name, else ''.
function Get-FirewallRuleState([string[]] $At) { if (@(Get-FirewallRuleText $At[0]).Count -gt 0) { 'made' } else { '' } }
