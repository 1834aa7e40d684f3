# Throws as Open-Entry does when a folder above a path is a junction.
function Assert-PlainPath([string] $Path) {
    if (-not $global:Simulation.HasLinks) { return }
    for ($above = Get-ParentPath -Path $Path; $above; $above = Get-ParentPath -Path $above) {
        $row = Find-FolderRow -Path $above
        if ($null -ne $row -and $row.Contains('link') -and $row.link) { throw "$Path leads through the junction $above" }
    }
}
