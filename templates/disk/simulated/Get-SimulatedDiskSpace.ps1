# Stands in for Get-DiskSpace on the simulated machine.
function Get-SimulatedDiskSpace {
    param([ValidatePattern('^[A-Za-z]:\\?$')] [string] $Drive)
    Enter-Effect -Name 'Get-DiskSpace'
    $space = $global:Windows.drives[$Drive.Substring(0, 2)]
    if ($null -ne $space) { [pscustomobject]@{ Free = [long]$space.free; Total = [long]$space.total } }
}
