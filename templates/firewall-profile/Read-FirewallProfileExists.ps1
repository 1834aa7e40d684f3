# Windows Firewall has each of the three profiles.
function Read-FirewallProfileExists([string] $Name) { $Name -ne '' }
