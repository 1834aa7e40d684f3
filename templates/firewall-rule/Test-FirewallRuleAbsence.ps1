# The reason where there is a rule of Windows Firewall that should not be there.
function Test-FirewallRuleAbsence([string] $Name) { if (@(Find-FirewallRule $Name).Count -gt 0) { "firewall rule $(ConvertTo-Line $Name) exists, it should be absent" } }
