# Stands in for Clear-RegistryKey on the simulated machine.
function Clear-SimulatedRegistryKey {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    $key = Resolve-KeyPath -Hive $Hive -Path $Path -View $View
    if (-not $global:Windows.registry.Contains($key)) { return Enter-Effect -Name 'Clear-RegistryKey' }
    Enter-Effect -Name 'Clear-RegistryKey' -Text $key -Change
    foreach ($one in @($key) + @(Find-KeyBelow -Key $key)) {
        if (Test-KeyDenied -Key $one -Write) { throw [System.UnauthorizedAccessException]::new("Access to the registry key '$one' is denied.") }
    }
    Clear-KeyRow -Key $key
    Clear-LostProduct
}
