# Stands in for Clear-FirewallRule on the simulated machine.
function Clear-SimulatedFirewallRule {
    param([Parameter(Mandatory)] [string] $Name)
    Enter-Effect -Name 'Clear-FirewallRule' -Text $Name -Change
    $null = Get-FirewallRuleRow $Name -Change
    $global:Windows.firewallRules.Remove($Name)
    Add-Story "firewall rule $Name is deleted"
}
