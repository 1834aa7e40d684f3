# Stands in for Write-FileCopy on the simulated machine.
function Write-SimulatedFileCopy {
    param([object] $File, [string] $Source)
    Enter-Effect -Name 'Write-FileCopy' -Text "$Source $($File.Path)" -Change
    $row = Copy-Table -Value (Open-FileRow -Path $Source)
    foreach ($name in 'owner', 'rules', 'inUse', 'denied', 'attributes') { $row.Remove($name) }
    $global:Windows.files[$File.Path] = $row
}
