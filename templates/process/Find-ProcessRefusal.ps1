# Why one of these processes must not be ended.
## It is a part of Windows, runs this script, or hosts a service; else nothing.
function Find-ProcessRefusal([object[]] $Process) {
    $vital = 'System', 'Idle', 'Registry', 'Memory Compression', 'Secure System', 'smss', 'csrss', 'wininit', 'winlogon', 'services', 'lsass', 'LsaIso', 'svchost', 'fontdrvhost', 'dwm', 'msiexec', 'TrustedInstaller', 'TiWorker'
    $services = @(Find-ServiceProcess)
    foreach ($one in $Process) {
        if ($vital -contains $one.Name) { return 'it is a part of Windows and is never ended' }
        if ($one.Id -eq $PID) { return 'it runs this script' }
        foreach ($service in $services) { if ($service.ProcessId -eq $one.Id) { return "it ($($one.Id)) hosts the service $($service.Name); stop the service instead" } }
    }
}
