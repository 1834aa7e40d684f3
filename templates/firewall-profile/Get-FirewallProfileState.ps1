# How this computer itself sets something of a profile of the firewall. At: profile, setting.
function Get-FirewallProfileState([string[]] $At) { ConvertTo-Text (Get-FirewallProfile $At[0]).$($At[1]) }
