# Stands in for Write-FirewallProfile on the simulated machine.
function Write-SimulatedFirewallProfile {
    param([string] $Name, [string] $Setting, [object] $Value)
    Enter-Effect -Name 'Write-FirewallProfile' -Text "$Name $Setting $Value" -Change
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied. (0x80070005 (E_ACCESSDENIED))') }
    $values = Get-FirewallRow -Name $Name
    $set = { param($value, $on) $values[$value] = [ordered]@{ type = 'DWord'; data = [int]$on } }
    switch ($Setting) {
        'enabled' { & $set 'EnableFirewall' $Value }
        'notify' { & $set 'DisableNotifications' (-not $Value) }
        'outbound' { & $set 'DefaultOutboundAction' ($Value -eq 'block') }
        'inbound' {
            & $set 'DefaultInboundAction' ($Value -ne 'allow')
            & $set 'DoNotAllowExceptions' ($Value -eq 'block_all')
        }
    }
    Add-Story "the $Name profile of the firewall gets $Setting $Value"
}
