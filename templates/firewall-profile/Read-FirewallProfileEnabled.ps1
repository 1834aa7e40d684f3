# Whether a profile of the firewall filters.
function Read-FirewallProfileEnabled([string] $Name) { Get-FirewallProfileSetting $Name 'enabled' }
