# Stands in for Test-RegistryPath on the simulated machine.
function Test-SimulatedRegistryPath {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    Enter-Effect -Name 'Test-RegistryPath'
    $null -ne (Open-KeyRow -Key (Resolve-KeyPath -Hive $Hive -Path $Path -View $View))
}
