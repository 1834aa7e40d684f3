# Gives the row of a file or folder that is opened itself; throws as Open-Entry and what it is opened for do.
function Open-EntryRow {
    param([string] $Path)
    Assert-PlainPath -Path $Path
    $row = Find-FolderRow -Path $Path
    if ($null -eq $row) { $row = $global:Windows.files[(Resolve-EntryPath -Path $Path)] }
    if ($null -eq $row) { throw [System.ComponentModel.Win32Exception]::new(2, 'The system cannot find the file specified') }
    if (Test-EntryDenied -Path $Path) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    if ($row.Contains('hardLinked') -and $row.hardLinked) { throw 'it has other names too (hard links)' }
    $row
}
