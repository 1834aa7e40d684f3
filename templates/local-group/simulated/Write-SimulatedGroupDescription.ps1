# Stands in for Write-GroupDescription on the simulated machine.
function Write-SimulatedGroupDescription {
    param([string] $Name, [string] $Description)
    Enter-Effect -Name 'Write-GroupDescription' -Text "$Name $Description" -Change
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $global:Windows.groupDescriptions[(Find-GroupRow -Name $Name)] = $Description
    Add-Story "the group $Name is described as $Description"
}
