# Stands in for Test-RegistryAccess on the simulated machine.
function Test-SimulatedRegistryAccess {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    Enter-Effect -Name 'Test-RegistryAccess'
    $key = Resolve-KeyPath -Hive $Hive -Path $Path -View $View
    if ($global:Windows.registry.Contains($key)) { -not (Test-KeyDenied -Key $key -Write) }
}
