# After how long without a failure Windows counts from one again; $null where it never does.
function Read-ServiceRecoveryReset([string] $Name) {
    $recovery = Get-ServiceRecovery $Name
    # INFINITE
    if ($null -ne $recovery -and $recovery.Reset -ne 4294967295) { [timespan]::FromSeconds($recovery.Reset) }
}
