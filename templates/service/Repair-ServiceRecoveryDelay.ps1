# Sets how long Windows waits before it acts on a failure of a service.
function Repair-ServiceRecoveryDelay([string] $Name, [timespan] $RecoveryDelay) {
    if ($null -eq (Test-ServiceRecoveryDelay $Name $RecoveryDelay)) { return }
    Write-ServiceRecoveryPart $Name {
        param($now)
        @{ Reset = $now.Reset; Actions = [uint32[]]@(foreach ($action in $now.Actions) { $action.Type; $(if ($action.Type -eq 0) { $action.Delay } else { $RecoveryDelay.TotalMilliseconds }) }) }
    }
}
