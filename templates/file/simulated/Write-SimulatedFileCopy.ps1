# Stands in for Write-FileCopy on the simulated machine.
function Write-SimulatedFileCopy {
    param([Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Write-FileCopy' -Text "$Source $Path" -Change
    $row = Copy-Table -Value (Open-FileRow -Path $Source)
    Confirm-Write -Path $Path
    if ($global:Windows.files.Contains($Path)) { throw [System.IO.IOException]::new("The file '$Path' already exists.") }
    foreach ($name in 'owner', 'rules', 'inUse', 'denied') { $row.Remove($name) }
    $global:Windows.files[$Path] = $row
}
