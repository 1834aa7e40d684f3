# Starts a service and waits until it runs; throws with the reason.
## Starts a service and waits until it runs; one that hangs while it starts or stops is freed first, one that is paused is stopped first, and what was
## stopped with it is started again. Throws with the reason by number.
function Wait-ServiceStart([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    # events have coarser times
    $since = (Get-Clock).AddSeconds(-1)
    $state = Get-SettledState $Name $Timeout
    if ($state -eq 'running') { return }
    if ($state -eq '') { throw "service $Name is not installed" }
    $dependents = @()
    $freed = $state -ne 'stopped'
    if ($freed) {
        Save-Stopped @(Find-ServiceDependent $Name) $Name
        $dependents = @(Wait-ServiceStop $Name $Timeout)
    }
    $code = Invoke-ServiceStart $Name
    $why = if ($code -notin 0, 1056) { "did not start: $(Get-ServiceErrorText $code)" }
    elseif (-not (Wait-Condition $Timeout { $now = Get-ServiceState $Name; $null -eq $now -or $now.State -in 'running', 'stopped' })) { "is still $(Get-SettledState $Name ([timespan]::Zero)) after $(Format-Duration $Timeout)" }
    elseif ((Get-SettledState $Name) -ne 'running') {
        $end = try { Get-ServiceStatus $Name } catch { Write-Note "the exit code of service $Name could not be read: $(Get-FailureText $_)" }
        # 1066: the service has a number of its own
        $cause = if ($null -eq $end -or $end.ExitCode -eq 0) { 'it stopped by itself' } elseif ($end.ExitCode -eq 1066) { "it ended with its own error $($end.ServiceExitCode)" } else { Get-ServiceErrorText $end.ExitCode }
        "did not stay running: $cause"
    }
    if ($why) { throw "service $Name $why$(Get-ServiceFailure $Name $since -Freed:$freed)" }
    Clear-SavedMark "Stopped $Name" -Session
    foreach ($dependent in $dependents) { Wait-ServiceStart $dependent $Timeout }
}
