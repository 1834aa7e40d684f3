# Stands in for Get-PathSecurity on the simulated machine.
function Get-SimulatedPathSecurity {
    param([Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Get-PathSecurity'
    $row = Find-FolderRow -Path $Path
    if ($null -eq $row) { $row = $global:Windows.files[(Resolve-EntryPath -Path $Path)] }
    if ($null -eq $row) { return }
    $protected = $row.Contains('protected') -and [bool]$row.protected
    $rules = if ($row.Contains('rules')) { @($row.rules) }
    else {
        # FullControl of SYSTEM and administrators, ReadAndExecute with Synchronize of users
        @{ sid = 'S-1-5-18'; rights = 0x1F01FF; allow = $true; inheritOnly = $false }
        @{ sid = 'S-1-5-32-544'; rights = 0x1F01FF; allow = $true; inheritOnly = $false }
        if (-not $protected) { @{ sid = 'S-1-5-32-545'; rights = 0x1200A9; allow = $true; inheritOnly = $false } }
    }
    [pscustomobject]@{
        Owner   = $(if ($row.Contains('owner')) { [string]$row.owner } else { 'S-1-5-32-544' })
        Reparse = $row.Contains('link') -and [bool]$row.link
        Rules   = @(foreach ($rule in @($rules)) { [pscustomobject]@{ Sid = [string]$rule.sid; Rights = [int]$rule.rights; Allow = [bool]$rule.allow; InheritOnly = [bool]$rule.inheritOnly; Inherited = -not $protected } })
    }
}
