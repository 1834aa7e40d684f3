# Restarts Windows: what is volatile is gone, what waited for it is done, services start as they should, Group Policy is applied.
function Invoke-MachineRestart {
    $machine = $global:Windows
    Add-Story 'Windows restarts'
    foreach ($name in @($machine.mountedHives.PSBase.Keys)) { Save-Hive -Name $name }
    foreach ($key in @($machine.registry.PSBase.Keys)) {
        if ($machine.registry.Contains($key) -and $machine.registry[$key].Contains('volatile') -and $machine.registry[$key].volatile) { Clear-KeyRow -Key $key }
    }
    $current = 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion'
    Clear-KeyRow -Key "$current\Component Based Servicing\RebootPending"
    Clear-KeyRow -Key "$current\WindowsUpdate\Auto Update\RebootRequired"
    $control = 'HKLM\SYSTEM\CurrentControlSet\Control'
    if ($machine.registry.Contains("$control\Session Manager")) { $machine.registry["$control\Session Manager"]['values'].Remove('PendingFileRenameOperations') }
    $next = "$control\ComputerName\ComputerName"
    $active = "$control\ComputerName\ActiveComputerName"
    if ($machine.registry.Contains($next) -and $machine.registry.Contains($active)) { $machine.registry[$active]['values']['ComputerName'] = Copy-Table -Value $machine.registry[$next]['values']['ComputerName'] }
    $netlogon = 'HKLM\SYSTEM\CurrentControlSet\Services\Netlogon'
    if ($machine.registry.Contains($netlogon)) { foreach ($name in 'JoinDomain', 'AvoidSpnSet') { $machine.registry[$netlogon]['values'].Remove($name) } }
    if ($machine.computer.configMgrRestart -eq 'pending') { $machine.computer.configMgrRestart = 'none' }
    foreach ($job in @($machine.jobs)) { $machine.processes.Remove([string]$job.process) }
    $machine.jobs = [object[]]@()
    if ([long]$machine.installer.busyUntil -gt 0) { $machine.installer.busyUntil = 0 }
    foreach ($path in @($machine.files.PSBase.Keys)) { $machine.files[$path].Remove('lockedUntil') }
    foreach ($id in @($machine.processes.PSBase.Keys)) { if ($machine.processes[$id].session -ne 0) { $machine.processes.Remove($id) } }
    $machine.clock.now = [long]$machine.clock.now + 120000
    $machine.clock.uptime = [long]30000
    foreach ($device in $machine.devices.PSBase.Values) {
        if ($null -ne $device.pending) { $device.code = $device.pending }
        $device.pending = $null
    }
    foreach ($feature in $machine.features.PSBase.Values) {
        if ($null -ne $feature.pending) { $feature.state = $feature.pending }
        $feature.pending = $null
    }
    $started = @(foreach ($name in @($machine.services.PSBase.Keys)) {
            $service = $machine.services[$name]
            if ($service.deleteMarked) {
                Clear-ServiceRow -Name $name
                continue
            }
            if ($service.type -eq 'kernel') { continue }
            $wanted = $service.startType -ne 'disabled' -and ($service.startType -eq 'automatic' -or $service.state -eq 'running')
            Reset-Service -Name $name -ExitCode 1077
            if ($wanted) { $name }
        })
    Update-Policy
    foreach ($name in $started) { $null = Enter-ServiceStart -Name $name }
    $global:Simulation.NextDue = [long]0
    Step-Clock -Milliseconds 60000
}
