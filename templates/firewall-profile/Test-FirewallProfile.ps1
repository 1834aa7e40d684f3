# The reason where a profile of the firewall is not as wished.
function Test-FirewallProfile([string] $Name, [object] $Enabled, [string] $Inbound, [string] $Outbound, [object] $Notify) {
    $why = foreach ($one in @(Find-FirewallProfileDeviation $Name $Enabled $Inbound $Outbound $Notify)) { "$($one.Setting) $(ConvertTo-Text $one.Is), not $(ConvertTo-Text $one.Wish)" }
    if ($why) { "the $Name profile of the firewall has $($why -join ' and ')" }
}
