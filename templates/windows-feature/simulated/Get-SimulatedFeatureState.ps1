# Stands in for Get-FeatureState on the simulated machine.
function Get-SimulatedFeatureState([string] $Name) {
    Enter-Effect -Name 'Get-FeatureState'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $feature = $global:Windows.features[$Name]
    if ($null -ne $feature) { [int]$feature.state }
}
