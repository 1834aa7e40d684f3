# Stands in for Add-FirewallRule on the simulated machine.
function Add-SimulatedFirewallRule([string] $Name, [Collections.IDictionary] $Values) {
    Enter-Effect -Name 'Add-FirewallRule' -Text $Name -Change
    $rows = @(Get-FirewallRuleRow $Name -Change)
    $row = [ordered]@{
        direction = 1; action = 1; protocol = 256; localPorts = ''; remotePorts = ''; remoteAddresses = '*'; applicationName = ''; serviceName = ''; profiles = 0x7FFFFFFF; enabled = $false
    }
    foreach ($property in $Values.Keys) { Write-FirewallRuleRow $row $property $Values[$property] }
    $global:Windows.firewallRules[$Name] = @($rows) + $row
    Add-Story "firewall rule $Name is made"
}
