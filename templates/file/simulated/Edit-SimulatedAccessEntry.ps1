# Stands in for Edit-AccessEntry on the simulated machine.
function Edit-SimulatedAccessEntry {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Sid, [AllowEmptyCollection()] [object[]] $Entry, [switch] $Inherited)
    Enter-Effect -Name 'Edit-AccessEntry' -Text "$Path $Sid" -Change
    $row = Open-EntryRow -Path $Path
    if ($Inherited -and $row.Contains('protected') -and $row.protected) { return }
    $rules = @(Get-RowRule -Row $row -Directory:($null -ne (Find-FolderRow -Path $Path)) | Where-Object { -not ($_.allow -and $_.sid -eq $Sid -and (($_.flags -band 16) -ne 0) -eq [bool]$Inherited) })
    $new = @(foreach ($one in $Entry) { [ordered]@{ sid = $Sid; rights = [int]$one.Rights; allow = $true; inheritOnly = ($one.Flags -band 8) -ne 0; flags = [int]$one.Flags } })
    $own = @($rules | Where-Object { ($_.flags -band 16) -eq 0 })
    $from = @($rules | Where-Object { ($_.flags -band 16) -ne 0 })
    $row['rules'] = [object[]]$(if ($Inherited) { $own + $from + $new } else { $own + $new + $from })
    Add-Story "the rights of $Sid to $Path are changed"
    [pscustomobject]@{ Entries = @(foreach ($rule in $row['rules']) { if ($rule.allow -and $rule.sid -eq $Sid) { [pscustomobject]@{ Rights = $rule.rights; Flags = $rule.flags } } }) }
}
