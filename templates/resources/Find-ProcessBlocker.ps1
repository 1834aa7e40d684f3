# Says why processes must not be ended: they are a part of Windows, host a service, are this script itself, or cannot be told from others; else nothing.
function Find-ProcessBlocker {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Process)
    $vital = 'System', 'Idle', 'Registry', 'Memory Compression', 'Secure System', 'smss', 'csrss', 'wininit', 'winlogon', 'services', 'lsass', 'LsaIso', 'svchost', 'fontdrvhost', 'dwm', 'msiexec', 'TrustedInstaller', 'TiWorker'
    $services = @(Find-ServiceProcess)
    foreach ($one in $Process) {
        if ($vital -contains $one.Name) { return "process $($one.Name) is a part of Windows and is never ended" }
        if ($one.Id -eq $PID) { return "process $($one.Name) runs this script" }
        foreach ($service in $services) { if ($service.ProcessId -eq $one.Id) { return "process $($one.Name) ($($one.Id)) hosts the service $($service.Name); stop the service instead" } }
    }
}
