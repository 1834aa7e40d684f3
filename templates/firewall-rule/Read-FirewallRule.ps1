# Reads a property of a rule of Windows Firewall; several of the name must agree in it.
function Read-FirewallRule([string] $Name, [string] $Property) {
    $rules = @(Get-FirewallRuleText $Name)
    $is = @($rules | ForEach-Object { $_[$Property] } | Select-Object -Unique)
    if ($is.Count -gt 1) { throw "$($rules.Count) firewall rules have the name $(ConvertTo-Line $Name), and differ in $Property" }
    if ($is.Count -eq 0 -or "$Property $is" -in 'program any', 'service any') { return }
    if ($Property -eq 'enabled') { $is[0] -eq 'true' } elseif ($Property -in 'local_ports', 'remote_ports', 'remote_addresses', 'profiles') { $is[0] -split ', ' } else { $is[0] }
}
