# Stands in for Write-PathOwner on the simulated machine.
function Write-SimulatedPathOwner {
    param([string] $Path, [string] $Owner)
    Enter-Effect -Name 'Write-PathOwner' -Text "$Path $Owner" -Change
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(1307, 'This security ID may not be assigned as the owner of this object') }
    (Open-EntryRow -Path $Path)['owner'] = $Owner
    Add-Story "$Path belongs to $Owner"
}
