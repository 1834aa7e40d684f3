# Whether there is a rule of Windows Firewall of this name.
function Read-FirewallRuleExists([string] $Name) { @(Find-FirewallRule $Name).Count -gt 0 }
