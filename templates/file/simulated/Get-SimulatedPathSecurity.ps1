# Stands in for Get-PathSecurity on the simulated machine.
function Get-SimulatedPathSecurity {
    param([string] $Path)
    Enter-Effect -Name 'Get-PathSecurity'
    $row = Find-FolderRow -Path $Path
    if ($null -eq $row) { $row = $global:Windows.files[(Resolve-EntryPath -Path $Path)] }
    if ($null -eq $row) { return }
    [pscustomobject]@{
        Owner   = $(if ($row.Contains('owner')) { [string]$row.owner } else { 'S-1-5-32-544' })
        Reparse = $row.Contains('link') -and [bool]$row.link
        Rules   = @(foreach ($rule in Get-RowRule -Row $row) { [pscustomobject]@{ Sid = $rule.sid; Rights = $rule.rights; Allow = $rule.allow; InheritOnly = $rule.inheritOnly; Inherited = ($rule.flags -band 16) -ne 0 } })
    }
}
