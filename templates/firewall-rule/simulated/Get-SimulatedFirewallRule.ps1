# Stands in for Get-FirewallRule on the simulated machine.
function Get-SimulatedFirewallRule([string] $Name) {
    Enter-Effect -Name 'Get-FirewallRule'
    foreach ($row in @(Get-FirewallRuleRow $Name)) {
        $rule = [pscustomobject]$row
        foreach ($number in 'direction', 'action', 'protocol', 'profiles') { $rule.$number = [int]$rule.$number }
        $rule
    }
}
