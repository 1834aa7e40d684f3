# Gives State and DisplayName of a service or driver, nothing when it does not exist.
## Gives State (stopped, starting, stopping, running, continuing, pausing, paused) and DisplayName of a service or driver, nothing when it does not exist.
## From the list of all: PowerShell turns what a property throws into nothing, so one that may not be asked for by its name would look absent.
function Get-ServiceState([string] $Name) {
    #remedyc:every-host
    # a command of Windows brings the type, which Windows PowerShell does not load by itself
    $null = Get-Service -Name 'EventLog'
    $words = @{ StartPending = 'starting'; StopPending = 'stopping'; ContinuePending = 'continuing'; PausePending = 'pausing' }
    foreach ($drivers in $false, $true) {
        foreach ($service in $(if ($drivers) { [ServiceProcess.ServiceController]::GetDevices() } else { [ServiceProcess.ServiceController]::GetServices() })) {
            if ($service.ServiceName -ne $Name) { continue }
            $state = [string]$service.Status
            if ($words.ContainsKey($state)) { $state = $words[$state] }
            return [pscustomobject]@{ State = $state.ToLowerInvariant(); DisplayName = $service.DisplayName }
        }
    }
}
