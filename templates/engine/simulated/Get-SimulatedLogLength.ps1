# Stands in for Get-LogLength on the simulated machine.
function Get-SimulatedLogLength {
    param([string] $Path)
    Enter-Effect -Name 'Get-LogLength'
    $row = $global:Windows.files[$Path]
    if ($null -ne $row) { Get-RowSize -Row $row } else { [long]0 }
}
