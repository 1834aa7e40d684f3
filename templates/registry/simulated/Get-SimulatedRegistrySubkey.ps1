# Stands in for Get-RegistrySubkey on the simulated machine.
function Get-SimulatedRegistrySubkey {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    Enter-Effect -Name 'Get-RegistrySubkey'
    $key = Resolve-KeyPath -Hive $Hive -Path $Path -View $View
    if ($null -eq (Open-KeyRow -Key $key)) { return }
    foreach ($name in @(Find-KeyBelow -Key $key)) {
        $rest = $name.Substring($key.Length + 1)
        if (-not $rest.Contains('\')) { $rest }
    }
}
