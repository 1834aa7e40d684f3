# Stands in for Get-RegistryValue on the simulated machine.
function Get-SimulatedRegistryValue {
    param(
        [Parameter(Mandatory)] [string] $Hive,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name,
        [int] $View = 64
    )
    Enter-Effect -Name 'Get-RegistryValue'
    $row = Open-KeyRow -Key (Resolve-KeyPath -Hive $Hive -Path $Path -View $View)
    if ($null -ne $row -and $row['values'].Contains($Name)) {
        $value = $row['values'][$Name]
        [pscustomobject]@{ Type = [string]$value.type; Data = ConvertFrom-ValueRow -Row $value }
    }
}
