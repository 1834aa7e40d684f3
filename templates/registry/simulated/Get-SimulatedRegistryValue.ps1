# Stands in for Get-RegistryValue on the simulated machine.
function Get-SimulatedRegistryValue {
    param(
        [string] $Hive,
        [string] $Path,
        [string] $Name,
        [int] $View = 64
    )
    Enter-Effect -Name 'Get-RegistryValue'
    $row = Open-KeyRow -Key (Resolve-KeyPath -Hive $Hive -Path $Path -View $View)
    if ($null -ne $row -and $row['values'].Contains($Name)) {
        $value = $row['values'][$Name]
        [pscustomobject]@{ Type = [string]$value.type; Data = ConvertFrom-ValueRow -Row $value }
    }
}
