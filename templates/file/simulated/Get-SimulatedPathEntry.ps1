# Stands in for Get-PathEntry on the simulated machine.
function Get-SimulatedPathEntry {
    param([string] $Path)
    Enter-Effect -Name 'Get-PathEntry'
    $entry = Resolve-EntryPath -Path $Path
    $folder = Find-FolderRow -Path $entry
    if ($null -ne $folder) { return ConvertTo-PathEntry -Path $Path -Row $folder -Directory }
    # a file's path with a backslash at its end names no folder, and so nothing
    if ($Path -notlike '*\' -and $global:Windows.files.Contains($entry)) { ConvertTo-PathEntry -Path $Path -Row $global:Windows.files[$entry] }
}
