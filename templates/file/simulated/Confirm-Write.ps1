# Throws as Windows does when a file or folder cannot be written or deleted: access denied, in use, no folder to put it in, or another place at the end of the path.
function Confirm-Write([string] $Path) {
    Assert-PlainPath -Path $Path
    $parent = Get-ParentPath -Path $Path
    if ($null -ne $parent -and $null -eq (Find-FolderRow -Path $parent)) { throw [System.IO.DirectoryNotFoundException]::new("Could not find a part of the path '$Path'.") }
    if (Test-EntryDenied -Path $Path) { throw [System.UnauthorizedAccessException]::new("Access to the path '$Path' is denied.") }
    $entry = Resolve-EntryPath -Path $Path
    foreach ($table in $global:Windows.files, $global:Windows.folders) {
        $row = $table[$entry]
        if ($null -ne $row -and $row.Contains('inUse') -and $row.inUse) { throw [System.IO.IOException]::new("The process cannot access the file '$Path' because it is being used by another process.", -2147024864) }
    }
}
