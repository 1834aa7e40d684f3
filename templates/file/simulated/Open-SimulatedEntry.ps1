# Stands in for Open-Entry on the simulated machine: what is there, with a right.
function Open-SimulatedEntry {
    param([string] $Path, [int] $Access = 0, [int] $Share = 7, [int] $Create = 3, [int] $Flags = 0)
    Enter-Effect -Name 'Open-Entry'
    $null = $Share, $Flags
    if ($Create -ne 3) { throw 'Open-Entry was called to create a file on the simulated Windows: something reached below the platform functions' }
    Assert-PlainPath -Path $Path
    $root = $Path -match '^[A-Za-z]:\\?$'
    if ($null -eq (Find-FolderRow -Path $Path) -and -not $global:Windows.files.Contains((Resolve-EntryPath -Path $Path))) { throw [System.ComponentModel.Win32Exception]::new(2, 'The system cannot find the file specified') }
    # FILE_WRITE_DATA | FILE_APPEND_DATA of a file that is read-only
    $file = $global:Windows.files[(Resolve-EntryPath -Path $Path)]
    if ($null -ne $file -and ($Access -band 6) -ne 0 -and $file.Contains('attributes') -and ($file.attributes -band 1) -ne 0) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    if (($Access -ne 0 -and (Test-EntryDenied -Path $Path)) -or ($root -and ($Access -band 0x10000))) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    [System.IO.MemoryStream]::new()
}
