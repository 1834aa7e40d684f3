# Stands in for Write-FileName on the simulated machine.
function Write-SimulatedFileName {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Destination)
    Enter-Effect -Name 'Write-FileName' -Text "$Path $Destination" -Change
    $row = Open-FileRow -Path $Path
    Confirm-Write -Path $Destination
    $old = $global:Windows.files[$Destination]
    if ($null -ne $old) { foreach ($name in 'owner', 'rules') { if ($old.Contains($name)) { $row[$name] = $old[$name] } } }
    $global:Windows.files[$Destination] = $row
    $global:Windows.files.Remove($Path)
}
