# The service control manager starts a service, and before it those that it needs; gives its error number.
function Enter-ServiceStart {
    param([string] $Name)
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($service.deleteMarked) { return 1072 }
    if ($service.startType -eq 'disabled') { return 1058 }
    if ($service.state -ne 'stopped') { return 1056 }
    foreach ($needed in @($service.dependencies | Where-Object { -not ([string]$_).StartsWith('+') })) {
        $other = $global:Windows.services[$needed]
        if ($null -eq $other) { return 1075 }
        if ($other.state -notin 'running', 'starting') {
            $code = Enter-ServiceStart -Name $needed
            if ($code -ne 0) {
                Add-Event -Log 'System' -Source 'Service Control Manager' -Id 7001 -Values $service.displayName, $other.displayName, "%%$code"
                return 1068
            }
        }
    }
    $refused = Test-ServiceLogon -Name $Name
    if ($refused -ne '' -and -not ($refused -eq 'right' -and $service.withoutRight -eq 'hangs')) {
        if ($refused -eq 'right') { Add-Event -Log 'System' -Source 'Service Control Manager' -Id 7041 -Values $Name, $service.account }
        else { Add-Event -Log 'System' -Source 'Service Control Manager' -Id 7038 -Values $Name, $service.account, $(if ($refused -eq 'account') { '%%1332' } else { '%%1326' }) }
        Add-Event -Log 'System' -Source 'Service Control Manager' -Id 7000 -Values $service.displayName, '%%1069'
        $service.exitCode = 1069
        Add-Story "$Name does not start: logon refused ($refused)"
        return 1069
    }
    $hangs = $refused -ne '' -or $service.start -eq 'hangs'
    $service.state = 'starting'
    $service.processId = Get-ServiceHost -Name $Name
    $service.exitCode = 0
    if (-not $hangs) {
        $ends = $service.start -eq 'ends'
        $at = [long]$global:Windows.clock.now + 1500
        $service['settles'] = [ordered]@{ at = $at; state = $(if ($ends) { 'stopped' } else { 'running' }); exitCode = $(if ($ends) { 1067 } else { 0 }) }
        Add-Due -At $at
    }
    Add-Story "$Name is starting"
    0
}
