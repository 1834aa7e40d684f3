# Sets something of a profile of the firewall back; gives the reason where that cannot be done.
function Undo-FirewallProfile([string[]] $At, [string] $Was) {
    if ($Was -notin $(if ($At[1] -in 'enabled', 'notify') { 'true', 'false' } else { 'block', 'allow', 'block_all' })) { return "it was '$(ConvertTo-Line $Was)'" }
    Write-FirewallProfile $At[0] $At[1] $(if ($Was -in 'true', 'false') { $Was -eq 'true' } else { $Was })
}
