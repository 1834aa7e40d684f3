# Stands in for Clear-RegistryValue on the simulated machine.
function Clear-SimulatedRegistryValue {
    param(
        [string] $Hive,
        [string] $Path,
        [string] $Name,
        [int] $View = 64
    )
    $key = Resolve-KeyPath -Hive $Hive -Path $Path -View $View
    if (-not $global:Windows.registry.Contains($key)) { return Enter-Effect -Name 'Clear-RegistryValue' }
    Enter-Effect -Name 'Clear-RegistryValue' -Text "$key $Name" -Change
    $row = Open-KeyRow -Key $key -Write
    $row['values'].Remove($Name)
}
