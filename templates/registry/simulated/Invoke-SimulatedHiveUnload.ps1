# Stands in for Invoke-HiveUnload on the simulated machine.
function Invoke-SimulatedHiveUnload {
    param([ValidatePattern('^[A-Za-z0-9_.-]+$')] [string] $Name)
    Enter-Effect -Name 'Invoke-HiveUnload'
    if (-not $global:Windows.mountedHives.Contains($Name)) { throw "reg.exe could not unload HKU\$Name, exit code 1" }
    Save-Hive -Name $Name
}
