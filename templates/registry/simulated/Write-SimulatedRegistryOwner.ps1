# Stands in for Write-RegistryOwner on the simulated machine.
function Write-SimulatedRegistryOwner {
    param([string] $Hive, [string] $Path, [string] $Owner, [int] $View = 64)
    $key = Resolve-KeyPath -Hive $Hive -Path $Path -View $View
    Enter-Effect -Name 'Write-RegistryOwner' -Text "$key $Owner" -Change
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(1307, 'This security ID may not be assigned as the owner of this object') }
    if (-not $global:Windows.registry.Contains($key)) { throw 'it is not there' }
    $global:Windows.registry[$key]['owner'] = $Owner
    Add-Story "$key belongs to $Owner"
}
