# Gives a file's row; throws as .NET does when the file is absent.
function Open-FileRow {
    param([string] $Path)
    $row = $global:Windows.files[$Path]
    if ($null -ne $row) { return $row }
    $parent = Get-ParentPath -Path $Path
    if ($null -eq $parent -or $null -eq (Find-FolderRow -Path $parent)) { throw [System.IO.DirectoryNotFoundException]::new("Could not find a part of the path '$Path'.") }
    throw [System.IO.FileNotFoundException]::new("Could not find file '$Path'.", $Path)
}
