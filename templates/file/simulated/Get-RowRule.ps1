# Gives the access list of a file's or folder's row, as tables with sid, rights, allow and flags.
function Get-RowRule {
    param([object] $Row, [switch] $Directory)
    $below = if ($Directory) { 3 } else { 0 }
    $protected = $Row.Contains('protected') -and [bool]$Row.protected
    if ($Row.Contains('rules')) {
        foreach ($rule in @($Row.rules)) {
            $flags = if ($rule.Contains('flags')) { [int]$rule.flags } else { $below + 8 * [int][bool]$rule.inheritOnly + $(if ($protected) { 0 } else { 16 }) }
            [ordered]@{ sid = [string]$rule.sid; rights = [int]$rule.rights; allow = [bool]$rule.allow; inheritOnly = ($flags -band 8) -ne 0; flags = $flags }
        }
        return
    }
    # FullControl of SYSTEM and administrators, ReadAndExecute with Synchronize of users
    $flags = if ($protected) { $below } else { $below + 16 }
    foreach ($sid in 'S-1-5-18', 'S-1-5-32-544') { [ordered]@{ sid = $sid; rights = 0x1F01FF; allow = $true; inheritOnly = $false; flags = $flags } }
    if (-not $protected) { [ordered]@{ sid = 'S-1-5-32-545'; rights = 0x1200A9; allow = $true; inheritOnly = $false; flags = $flags } }
}
