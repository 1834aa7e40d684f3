# Stands in for Get-FolderSddl on the simulated machine.
function Get-SimulatedFolderSddl {
    param([string] $Path)
    Enter-Effect -Name 'Get-FolderSddl'
    $row = Find-FolderRow -Path $Path
    if ($null -eq $row) { return }
    if ($row.Contains('link') -and [bool]$row.link) { return 'link' }
    $short = @{ 'S-1-5-18' = 'SY'; 'S-1-5-32-544' = 'BA'; 'S-1-5-32-545' = 'BU' }
    $protected = $row.Contains('protected') -and [bool]$row.protected
    $rules = if ($row.Contains('rules')) { @($row.rules) }
    else {
        # FullControl of SYSTEM and administrators, ReadAndExecute with Synchronize of users
        @{ sid = 'S-1-5-18'; rights = 0x1F01FF; allow = $true; inheritOnly = $false }
        @{ sid = 'S-1-5-32-544'; rights = 0x1F01FF; allow = $true; inheritOnly = $false }
        if (-not $protected) { @{ sid = 'S-1-5-32-545'; rights = 0x1200A9; allow = $true; inheritOnly = $false } }
    }
    $owner = if ($row.Contains('owner')) { [string]$row.owner } else { 'S-1-5-32-544' }
    $entries = foreach ($rule in @($rules)) {
        $rights = if ([int]$rule.rights -eq 0x1F01FF) { 'FA' } else { '0x{0:x}' -f [int]$rule.rights }
        '({0};{1};{2};;;{3})' -f $(if ($rule.allow) { 'A' } else { 'D' }), "OICI$(if ($rule.inheritOnly) { 'IO' })$(if (-not $protected) { 'ID' })", $rights, $(if ($short.ContainsKey([string]$rule.sid)) { $short[[string]$rule.sid] } else { $rule.sid })
    }
    "O:$(if ($short.ContainsKey($owner)) { $short[$owner] } else { $owner })G:SYD:$(if ($protected) { 'P' })AI$(-join $entries)"
}
