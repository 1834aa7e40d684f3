# Stands in for Write-FirewallRule on the simulated machine.
function Write-SimulatedFirewallRule([string] $Name, [string] $Property, [object] $Value) {
    Enter-Effect -Name 'Write-FirewallRule' -Text "$Name $Property $Value" -Change
    foreach ($row in @(Get-FirewallRuleRow $Name -Change)) { Write-FirewallRuleRow $row $Property $Value }
    Add-Story "firewall rule $Name gets $Property $Value"
}
