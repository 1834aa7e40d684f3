# Gives a folder's row, $null when it is absent. The root of a drive is there when the drive is.
function Find-FolderRow {
    param([Parameter(Mandatory)] [string] $Path)
    $path = Resolve-EntryPath -Path $Path
    if ($path.Length -eq 3 -and $path -match '^[A-Za-z]:\\$') {
        if ($global:Windows.drives.Contains($path.Substring(0, 2))) { return [ordered]@{ written = 0; owner = 'S-1-5-18'; protected = $true } }
        return
    }
    $global:Windows.folders[$path]
}
