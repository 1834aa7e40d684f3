# Deletes every rule of a name.
function Repair-FirewallRuleAbsence([string] $Name) {
    Add-Journal 'Lost' "firewall rule $Name was deleted"
    Clear-FirewallRule $Name
}
