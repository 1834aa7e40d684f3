# Gives the reason where Windows waits for another time before it acts on a failure of a service.
function Test-ServiceRecoveryDelay([string] $Name, [timespan] $RecoveryDelay) {
    $recovery = Get-ServiceRecovery $Name
    if ($null -eq $recovery) { return "service $Name is not installed" }
    foreach ($action in $recovery.Actions) {
        if ($action.Type -ne 0 -and $action.Delay -ne $RecoveryDelay.TotalMilliseconds) {
            return "service $Name recovers after $(Format-Duration ([timespan]::FromMilliseconds($action.Delay))), not $(Format-Duration $RecoveryDelay)"
        }
    }
}
