# Stands in for Get-AccessEntry on the simulated machine.
function Get-SimulatedAccessEntry {
    param([string] $Path)
    Enter-Effect -Name 'Get-AccessEntry'
    $folder = Find-FolderRow -Path $Path
    $row = if ($null -ne $folder) { $folder } else { $global:Windows.files[(Resolve-EntryPath -Path $Path)] }
    if ($null -eq $row) { return }
    if ($row.Contains('rightsHidden') -and $row.rightsHidden) { throw [System.UnauthorizedAccessException]::new('Attempted to perform an unauthorized operation.') }
    foreach ($rule in Get-RowRule -Row $row -Directory:($null -ne $folder)) { [pscustomobject]@{ Sid = $rule.sid; Rights = $rule.rights; Allow = $rule.allow; Flags = $rule.flags } }
}
