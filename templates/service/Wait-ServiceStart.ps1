# Starts a service and waits until it runs; one that hangs while it starts or stops is freed first, one that is paused is stopped first, and what was
# stopped with it is started again. Throws with the reason by number.
function Wait-ServiceStart([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    # times of events are coarser than the clock
    $since = (Get-Clock).AddSeconds(-1)
    $status = Get-SettledService -Name $Name -Timeout $Timeout
    if ($null -eq $status) { throw "service $Name is not installed" }
    if ($status.State -eq 'running') { return }
    $freed = $status.State -ne 'stopped'
    if ($freed) { Save-Stopped -Name @(Find-ServiceDependent -Name $Name) -Cause $Name }
    $dependents = @(if ($freed) { Wait-ServiceStop -Name $Name -Timeout $Timeout })
    $code = Invoke-ServiceStart -Name $Name
    if ($code -notin 0, 1056) { throw "service $Name did not start: $(Get-ServiceErrorText -Code $code)$(Get-ServiceFailure -Name $Name -Since $since -Freed:$freed)" }
    $null = Wait-Condition -Timeout $Timeout -Condition { $now = Get-ServiceStatus -Name $Name; $null -eq $now -or $now.State -in 'running', 'stopped' }
    $status = Get-ServiceStatus -Name $Name
    if ($null -eq $status) { throw "service $Name disappeared while it was starting" }
    if ($status.State -eq 'running') {
        Clear-SavedMark -Name "Stopped $Name" -Session
        foreach ($dependent in $dependents) { Wait-ServiceStart -Name $dependent -Timeout $Timeout }
        return
    }
    if ($status.State -ne 'stopped') { throw "service $Name is still $(ConvertTo-ServiceState -State $status.State) after $(ConvertTo-Text $Timeout)$(Get-ServiceFailure -Name $Name -Since $since -Freed:$freed)" }
    # ERROR_SERVICE_SPECIFIC_ERROR: the service has a number of its own
    $reason = if ($status.ExitCode -eq 1066) { "it ended with its own error $($status.ServiceExitCode)" } elseif ($status.ExitCode -eq 0) { 'it stopped by itself' } else { Get-ServiceErrorText -Code $status.ExitCode }
    throw "service $Name did not stay running: $reason$(Get-ServiceFailure -Name $Name -Since $since -Freed:$freed)"
}
