# Group Policy refreshes: the list of a right or group that it sets replaces the holders, its registry values are written.
function Update-Policy {
    $policy = $global:Windows.policy
    $policy.nextRefresh = [long]$global:Windows.clock.now + [long]$policy.refreshEvery
    foreach ($right in @($policy.rights.PSBase.Keys)) {
        $holders = [object[]]@(foreach ($account in @($policy.rights[$right].accounts)) {
                $text = ([string]$account).Trim().TrimStart('*')
                $sid = if ($text -match '^S-1-[0-9-]+$') { $text } else { Find-AccountSid -Name $text }
                if ($null -ne $sid) { $sid }
            })
        if ((@($global:Windows.rights[$right]) -join ' ') -ne ($holders -join ' ')) {
            Add-Story "Group Policy sets $right"
            $global:Windows.rights[$right] = $holders
        }
    }
    foreach ($group in @($policy.groups.PSBase.Keys)) {
        $members = [object[]]@($policy.groups[$group].accounts)
        if ((@($global:Windows.groups[$group]) -join ' ') -ne ($members -join ' ')) {
            Add-Story "Group Policy sets the members of $group"
            $global:Windows.groups[$group] = $members
        }
    }
    foreach ($setting in @($policy.registry)) {
        if ($setting.deleted) {
            if ($global:Windows.registry.Contains($setting.key)) { $global:Windows.registry[$setting.key]['values'].Remove($setting.name) }
        }
        else { (Add-KeyRow -Key $setting.key)['values'][$setting.name] = Copy-Table -Value $setting.value }
    }
}
