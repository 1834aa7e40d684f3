# Gives State and DisplayName of a service or driver, nothing when it does not exist.
## Gives State (stopped, starting, stopping, running, continuing, pausing, paused) and DisplayName of a service or driver, nothing when it does not exist.
## From the list of all: PowerShell turns what a property throws into nothing, so one that may not be asked for by its name would look absent.
function Get-ServiceState([string] $Name) {
    #remedyc:every-host
    # a command of Windows brings the type, which Windows PowerShell does not load by itself
    $null = Get-Service -Name 'EventLog'
    $states = '', 'stopped', 'starting', 'stopping', 'running', 'continuing', 'pausing', 'paused'
    foreach ($list in { [ServiceProcess.ServiceController]::GetServices() }, { [ServiceProcess.ServiceController]::GetDevices() }) {
        foreach ($service in & $list) {
            if ($service.ServiceName -eq $Name) { return [pscustomobject]@{ State = $states[[int]$service.Status]; DisplayName = $service.DisplayName } }
        }
    }
}
