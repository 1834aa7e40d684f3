# Stands in for Write-FileName on the simulated machine.
function Write-SimulatedFileName {
    param([Parameter(Mandatory)] [object] $File, [Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Write-FileName' -Text "$($File.Path) $Path" -Change
    $row = Open-FileRow -Path $File.Path
    Confirm-Write -Path $Path
    $global:Windows.files[$Path] = $row
    $global:Windows.files.Remove($File.Path)
}
