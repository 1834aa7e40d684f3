# The policy that sets something of a profile of the firewall otherwise, or nothing.
function Find-FirewallProfileBlocker([string] $Name, [object] $Enabled, [string] $Inbound, [string] $Outbound, [object] $Notify) {
    foreach ($one in @(Find-FirewallProfileDeviation $Name $Enabled $Inbound $Outbound $Notify)) {
        $policy = Find-FirewallProfilePolicy $Name $one.Setting
        if ($null -ne $policy -and $policy.Value -ne $one.Wish) { return "$($one.Setting) is set by $($policy.Owner), change it there" }
    }
}
