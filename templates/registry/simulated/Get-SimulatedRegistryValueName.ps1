# Stands in for Get-RegistryValueName on the simulated machine.
function Get-SimulatedRegistryValueName {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    Enter-Effect -Name 'Get-RegistryValueName'
    $row = Open-KeyRow -Key (Resolve-KeyPath -Hive $Hive -Path $Path -View $View)
    if ($null -ne $row) { foreach ($name in @($row['values'].PSBase.Keys)) { [string]$name } }
}
