# Gives 'made' where there is a rule of the name, else ''.
function Get-FirewallRuleState([string[]] $At) { if (Read-FirewallRuleExists $At[0]) { 'made' } else { '' } }
