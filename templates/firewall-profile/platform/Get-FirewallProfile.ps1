# How this computer itself sets a profile of Windows Firewall: Enabled, Inbound, Outbound, Notify.
## INetFwPolicy2, NET_FW_PROFILE_TYPE2 (1 domain, 2 private, 4 public), NET_FW_ACTION (0 block, 1 allow): Microsoft Learn, netfw.h and icftypes.h.
## The commands of NetSecurity would do as well, of CIM: each takes seconds on a busy machine, and their words are those of a module.
## Throws while the service MpsSvc does not run.
function Get-FirewallProfile([string] $Name) {
    #remedyc:every-host
    $number = @{ domain = 1; private = 2; public = 4 }[$Name]
    $policy = New-Object -ComObject HNetCfg.FwPolicy2
    [pscustomobject]@{
        Enabled  = [bool]$policy.FirewallEnabled($number)
        Inbound  = if ($policy.BlockAllInboundTraffic($number)) { 'block_all' } else { @('block', 'allow')[$policy.DefaultInboundAction($number)] }
        Outbound = @('block', 'allow')[$policy.DefaultOutboundAction($number)]
        Notify   = -not $policy.NotificationsDisabled($number)
    }
}
