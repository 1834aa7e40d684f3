# Gives the reason where Windows counts the failures of a service for another time.
function Test-ServiceRecoveryReset([string] $Name, [timespan] $RecoveryReset) {
    $recovery = Get-ServiceRecovery $Name
    if ($null -eq $recovery) { return "service $Name is not installed" }
    if ($recovery.Reset -ne $RecoveryReset.TotalSeconds) { "the failures of service $Name are counted for $(Format-Duration ([timespan]::FromSeconds($recovery.Reset))), not $(Format-Duration $RecoveryReset)" }
}
