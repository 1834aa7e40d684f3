# Gives State and DisplayName of a service or driver, nothing when it does not exist; throws when the service control manager does not answer.
# State: stopped, starting, stopping, running, continuing, pausing or paused. A list, since PowerShell turns what a property throws into nothing: a service that is
# not there and one that may not be asked would look alike.
function Get-ServiceState([string] $Name) {
    #remedyc:every-host
    # a command of Windows brings the type, which Windows PowerShell does not load by itself
    $null = Get-Service -Name 'EventLog'
    $words = @{ StartPending = 'starting'; StopPending = 'stopping'; ContinuePending = 'continuing'; PausePending = 'pausing' }
    foreach ($drivers in $false, $true) {
        foreach ($service in $(if ($drivers) { [ServiceProcess.ServiceController]::GetDevices() } else { [ServiceProcess.ServiceController]::GetServices() })) {
            if ($service.ServiceName -ne $Name) { continue }
            $state = [string]$service.Status
            return [pscustomobject]@{ State = $(if ($words.ContainsKey($state)) { $words[$state] } else { $state.ToLowerInvariant() }); DisplayName = $service.DisplayName }
        }
    }
}
