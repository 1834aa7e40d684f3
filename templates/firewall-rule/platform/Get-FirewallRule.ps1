# The rules of a name, whatever its case, in the store of this computer, as Windows Firewall has them.
## INetFwPolicy2.Rules, INetFwRule, NET_FW_RULE_DIRECTION (1 in, 2 out), NET_FW_ACTION (0 block, 1 allow), NET_FW_PROFILE_TYPE2: Microsoft Learn, netfw.h and icftypes.h.
## Rules of Group Policy and of Intune are in stores of their own. Throws while the service MpsSvc does not run.
function Get-FirewallRule([string] $Name) {
    #remedyc:every-host
    foreach ($rule in (New-Object -ComObject HNetCfg.FwPolicy2).Rules) {
        if (-not [string]::Equals($rule.Name, $Name, [StringComparison]::OrdinalIgnoreCase)) { continue }
        [pscustomobject]@{
            Direction = [int]$rule.Direction; Action = [int]$rule.Action; Protocol = [int]$rule.Protocol; LocalPorts = [string]$rule.LocalPorts; RemotePorts = [string]$rule.RemotePorts
            RemoteAddresses = [string]$rule.RemoteAddresses; ApplicationName = [string]$rule.ApplicationName; ServiceName = [string]$rule.ServiceName
            Profiles = [int]$rule.Profiles; Enabled = [bool]$rule.Enabled
        }
    }
}
