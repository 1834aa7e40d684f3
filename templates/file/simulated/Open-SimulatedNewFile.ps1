# Stands in for Open-NewFile on the simulated machine: a stream that knows its path, for the stand-ins that write to it.
function Open-SimulatedNewFile {
    param([string] $Path)
    Enter-Effect -Name 'Open-NewFile' -Text $Path -Change
    Confirm-Write -Path $Path
    if ($global:Windows.files.Contains($Path)) { throw [System.ComponentModel.Win32Exception]::new(80, 'The file exists') }
    Write-FileRow -Path $Path -Content ''
    Add-Member -InputObject ([System.IO.MemoryStream]::new()) -NotePropertyName 'Path' -NotePropertyValue $Path -PassThru
}
