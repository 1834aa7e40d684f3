# Creates a folder and those above it.
function Add-FolderRow {
    param(
        [string] $Path,
        [switch] $Protected
    )
    $path = Resolve-EntryPath -Path $Path
    if ($null -ne (Find-FolderRow -Path $path)) { return }
    $parent = Get-ParentPath -Path $path
    if ($null -eq $parent) { throw [System.IO.DirectoryNotFoundException]::new("Could not find a part of the path '$path'.") }
    Add-FolderRow -Path $parent
    $owner = if ($Protected -or $global:Windows.host.elevated) { 'S-1-5-32-544' } else { [string]$global:Windows.host.account }
    $global:Windows.folders[$path] = [ordered]@{ written = [long]$global:Windows.clock.now; owner = $owner; protected = [bool]$Protected }
}
