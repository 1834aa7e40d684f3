# Stands in for Find-RegistrySubkey on the simulated machine.
function Find-SimulatedRegistrySubkey {
    param([string] $Path, [string] $ValueName)
    Enter-Effect -Name 'Find-RegistrySubkey'
    $key = Resolve-KeyPath -Hive HKLM -Path $Path
    if ($null -eq (Open-KeyRow -Key $key)) { return }
    foreach ($name in @(Find-KeyBelow -Key $key)) {
        $rest = $name.Substring($key.Length + 1)
        if (-not $rest.Contains('\') -and (Open-KeyRow -Key $name)['values'].Contains($ValueName)) { $rest }
    }
}
