# Sets one thing of a profile of Windows Firewall: enabled, inbound, outbound or notify.
## Value: $true or $false, or block, allow, block_all. INetFwPolicy2, as Get-FirewallProfile.
function Write-FirewallProfile([string] $Name, [string] $Setting, [object] $Value) {
    #remedyc:every-host
    $number = @{ domain = 1; private = 2; public = 4 }[$Name]
    $policy = New-Object -ComObject HNetCfg.FwPolicy2
    switch ($Setting) {
        'enabled' { $policy.FirewallEnabled($number) = [bool]$Value }
        'notify' { $policy.NotificationsDisabled($number) = -not $Value }
        'outbound' { $policy.DefaultOutboundAction($number) = [int]($Value -eq 'allow') }
        'inbound' {
            $policy.DefaultInboundAction($number) = [int]($Value -eq 'allow')
            $policy.BlockAllInboundTraffic($number) = $Value -eq 'block_all'
        }
    }
}
