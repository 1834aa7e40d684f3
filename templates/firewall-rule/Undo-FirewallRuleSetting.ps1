# Sets something of a rule of the firewall back.
function Undo-FirewallRuleSetting([string[]] $At, [string] $Was) {
    $one = ConvertTo-FirewallProperty $At[1] $Was
    if ($null -eq $one.Value) { return "it was '$(ConvertTo-Line $Was)'" }
    Write-FirewallRule $At[0] $one.Name $one.Value
}
