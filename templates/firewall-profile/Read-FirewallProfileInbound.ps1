# What a profile of the firewall does with connections from outside.
function Read-FirewallProfileInbound([string] $Name) { Get-FirewallProfileSetting $Name 'inbound' }
