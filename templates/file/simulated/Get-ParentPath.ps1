# Gives the folder that a path lies in, $null for a drive.
function Get-ParentPath {
    param([Parameter(Mandatory)] [string] $Path)
    $path = Resolve-EntryPath -Path $Path
    if ($path.Length -le 3) { return }
    Resolve-EntryPath -Path ($path.Substring(0, $path.LastIndexOf('\')) + '\')
}
