# Why a rule of Windows Firewall cannot be as wished, or nothing.
## A rule is not given another direction or protocol: in between it would be open or shut for what nobody asked ("INetFwRule interface": each change is committed at once).
function Find-FirewallRuleBlocker([string] $Name, [object] $Direction, [object] $Action, [object] $Protocol, [object] $LocalPorts, [object] $RemotePorts, [object] $RemoteAddresses, [object] $Program, [object] $Service, [object] $Profiles, [object] $Enabled) {
    if ($Enabled -ne $false) {
        $policy = Find-FirewallRuleOverride $Profiles
        if ($policy) { return $policy }
    }
    $rules = @(Get-FirewallRuleText $Name)
    $wishes = Get-FirewallRuleWish $PSBoundParameters
    $kind = if ($rules.Count -gt 0) { $rules[0].protocol } else { $wishes['protocol'] }
    if ($rules.Count -eq 0) {
        if (-not $wishes.Contains('direction') -or -not $wishes.Contains('action')) { return 'the remedy does not say the direction and the action with which it would be made' }
        if ("$Direction $Action" -eq 'inbound allow' -and @('program', 'service', 'remote_addresses' | Where-Object { $wishes.Contains($_) }).Count -eq 0 -and $kind -in $null, 'any') {
            return 'it would let in everything: the remedy does not say its protocol, program, service or remote_addresses'
        }
    }
    foreach ($setting in $wishes.Keys) {
        if (@($rules | Where-Object { $_[$setting] -ne $wishes[$setting] }).Count -eq 0 -and $rules.Count -gt 0) { continue }
        if ($rules.Count -gt 0 -and $setting -in 'direction', 'protocol') { return "one with another $setting is another rule: give this one a name of its own, or ensure that one absent first" }
        if ($rules.Count -gt 1 -and $setting -notin 'enabled', 'action') { return "$($rules.Count) rules have this name: give this one a name of its own, or ensure those absent first" }
        if ($setting -in 'local_ports', 'remote_ports' -and $wishes[$setting] -ne 'any' -and $kind -notin 'tcp', 'udp') { return "$setting are those of the protocol tcp or udp, not of $(if ($kind) { $kind } else { 'any' })" }
    }
}
