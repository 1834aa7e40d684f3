# Stands in for Invoke-HiveLoad on the simulated machine.
function Invoke-SimulatedHiveLoad {
    param(
        [ValidatePattern('^[A-Za-z0-9_.-]+$')] [string] $Name,
        [ValidatePattern('^[A-Za-z]:\\[^"]+[^"\\]$')] [string] $File
    )
    Enter-Effect -Name 'Invoke-HiveLoad'
    $hive = $global:Windows.hives[$File]
    if ($null -eq $hive -or -not $global:Windows.host.elevated) { throw "reg.exe could not load $File, exit code 1" }
    if ($hive.Contains('refuses') -or $global:Windows.mountedHives.Contains($Name)) { throw "reg.exe could not load $File, exit code 1" }
    $global:Windows.mountedHives[$Name] = $File
    foreach ($key in $hive['keys'].PSBase.Keys) { $global:Windows.registry["HKU\$Name\$key".TrimEnd('\')] = $hive['keys'][$key] }
}
