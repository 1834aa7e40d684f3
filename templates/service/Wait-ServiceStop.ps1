# Stops a service and its dependents, which it gives in the order to start them.
## Stops a service, and before it those that depend on it, and waits; gives the names of the dependents that it stopped, in the order in which to start them again.
## A service that hangs is freed by ending its process, where it is alone in it. One that is stopped or not installed is no error.
function Wait-ServiceStop([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    $state = Get-SettledState $Name $Timeout
    if ($state -in '', 'stopped') { return }
    $stopped = @()
    if ($state -notin 'starting', 'stopping') {
        foreach ($dependent in @(Find-ServiceDependent $Name)) {
            $null = Wait-ServiceStop $dependent $Timeout
            $stopped = @($dependent) + $stopped
        }
        $code = Invoke-ServiceStop $Name
        # not started, gone meanwhile, takes no orders: it is waited for
        if ($code -notin 0, 1060, 1061, 1062) { throw "service $Name did not stop: $(Get-ServiceErrorText $code)" }
        if (Wait-Condition $Timeout { $now = Get-ServiceState $Name; $null -eq $now -or $now.State -eq 'stopped' }) { return $stopped }
    }
    Clear-HungService $Name
    $stopped
}
