# What a profile of the firewall does with connections to the outside.
function Read-FirewallProfileOutbound([string] $Name) { Get-FirewallProfileSetting $Name 'outbound' }
