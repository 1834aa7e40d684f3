# Stands in for Get-FirewallProfile on the simulated machine.
function Get-SimulatedFirewallProfile {
    param([string] $Name)
    Enter-Effect -Name 'Get-FirewallProfile'
    $values = Get-FirewallRow -Name $Name
    $isSet = { param($value, $default) if ($values.Contains($value)) { $values[$value].data -eq 1 } else { $default } }
    [pscustomobject]@{
        Enabled  = & $isSet 'EnableFirewall' $true
        Inbound  = if (& $isSet 'DoNotAllowExceptions' $false) { 'block_all' } elseif (& $isSet 'DefaultInboundAction' $true) { 'block' } else { 'allow' }
        Outbound = if (& $isSet 'DefaultOutboundAction' $false) { 'block' } else { 'allow' }
        Notify   = -not (& $isSet 'DisableNotifications' $false)
    }
}
