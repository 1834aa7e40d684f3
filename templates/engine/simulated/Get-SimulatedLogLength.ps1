# Stands in for Get-LogLength on the simulated machine.
function Get-SimulatedLogLength {
    param([Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Get-LogLength'
    $row = $global:Windows.files[$Path]
    if ($null -ne $row) { Get-RowSize -Row $row } else { [long]0 }
}
