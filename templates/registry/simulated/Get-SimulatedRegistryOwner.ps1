# Stands in for Get-RegistryOwner on the simulated machine; what nobody has given an owner belongs to administrators.
function Get-SimulatedRegistryOwner {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    Enter-Effect -Name 'Get-RegistryOwner'
    $row = Open-KeyRow -Key (Resolve-KeyPath -Hive $Hive -Path $Path -View $View)
    if ($null -ne $row) { if ($row.Contains('owner')) { [string]$row.owner } else { 'S-1-5-32-544' } }
}
