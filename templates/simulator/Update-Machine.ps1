# Does what is due: pending services settle, programs that were started finish, Group Policy refreshes; and notes what is due next.
function Update-Machine {
    $now = [long]$global:Windows.clock.now
    foreach ($name in @($global:Windows.services.PSBase.Keys)) {
        $service = $global:Windows.services[$name]
        if ($null -ne $service -and $service.Contains('settles') -and [long]$service.settles.at -le $now) { Complete-Service -Name $name }
    }
    foreach ($job in @($global:Windows.jobs)) {
        if ([long]$job.at -gt $now) { continue }
        $global:Windows.jobs = [object[]]@($global:Windows.jobs | Where-Object { -not [object]::ReferenceEquals($_, $job) })
        $job['exit'] = Complete-Job -Job $job
        $global:Windows.processes.Remove([string]$job.process)
    }
    if ([long]$global:Windows.policy.nextRefresh -le $now) { Update-Policy }
    $next = [long]$global:Windows.policy.nextRefresh
    foreach ($name in $global:Windows.services.PSBase.Keys) {
        $service = $global:Windows.services[$name]
        if ($service.Contains('settles') -and [long]$service.settles.at -lt $next) { $next = [long]$service.settles.at }
    }
    foreach ($job in @($global:Windows.jobs)) { if ([long]$job.at -lt $next) { $next = [long]$job.at } }
    $global:Simulation.NextDue = $next
}
