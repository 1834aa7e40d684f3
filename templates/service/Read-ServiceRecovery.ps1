# What Windows does when a service fails, for the first time and so on; nothing where the service does not exist.
function Read-ServiceRecovery([string] $Name) {
    $recovery = Get-ServiceRecovery $Name
    if ($null -ne $recovery) { ConvertTo-RecoveryAction $recovery.Actions }
}
