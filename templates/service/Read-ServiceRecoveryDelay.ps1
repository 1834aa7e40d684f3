# How long Windows waits before it acts on a failure of a service, the first of its delays; $null where it does nothing.
function Read-ServiceRecoveryDelay([string] $Name) {
    $recovery = Get-ServiceRecovery $Name
    if ($null -ne $recovery) { foreach ($action in $recovery.Actions) { if ($action.Type -ne 0) { return [timespan]::FromMilliseconds($action.Delay) } } }
}
