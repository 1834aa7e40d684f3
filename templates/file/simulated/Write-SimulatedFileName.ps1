# Stands in for Write-FileName on the simulated machine.
function Write-SimulatedFileName {
    param([object] $File, [string] $Path)
    Enter-Effect -Name 'Write-FileName' -Text "$($File.Path) $Path" -Change
    $row = Open-FileRow -Path $File.Path
    Confirm-Write -Path $Path
    $old = $global:Windows.files[$Path]
    if ($null -ne $old -and $old.Contains('attributes') -and ($old.attributes -band 1) -ne 0) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $global:Windows.files[$Path] = $row
    $global:Windows.files.Remove($File.Path)
}
