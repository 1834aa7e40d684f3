# Whether a person is told of a program that a profile of the firewall kept from listening.
function Read-FirewallProfileNotify([string] $Name) { Get-FirewallProfileSetting $Name 'notify' }
