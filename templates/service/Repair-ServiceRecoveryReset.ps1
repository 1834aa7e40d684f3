# Sets for how long the failures of a service are counted.
function Repair-ServiceRecoveryReset([string] $Name, [timespan] $RecoveryReset) {
    if ($null -eq (Test-ServiceRecoveryReset $Name $RecoveryReset)) { return }
    Write-ServiceRecoveryPart $Name {
        param($now)
        @{ Reset = [uint32]$RecoveryReset.TotalSeconds; Actions = [uint32[]]@(foreach ($action in $now.Actions) { $action.Type; $action.Delay }) }
    }
}
