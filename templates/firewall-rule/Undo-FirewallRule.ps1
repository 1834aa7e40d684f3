# Deletes a rule of the firewall that a fix has made.
function Undo-FirewallRule([string[]] $At, [string] $Was) { if ($Was) { 'it was there already' } else { Clear-FirewallRule $At[0] } }
