# Stands in for Add-RegistryKey on the simulated machine.
function Add-SimulatedRegistryKey {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    $key = Resolve-KeyPath -Hive $Hive -Path $Path -View $View
    Enter-Effect -Name 'Add-RegistryKey' -Text $key -Change
    if (Test-KeyDenied -Key $key -Write) { throw [System.UnauthorizedAccessException]::new("Access to the registry key '$key' is denied.") }
    $null = Add-KeyRow -Key $key
}
