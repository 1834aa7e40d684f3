# The profiles of people: Name (of the profile folder), Sid, Folder, Loaded.
## Not those of services, nor temporary, default and built-in helper ones.
## People have S-1-5-21-* (local, domain) and S-1-12-1-* (Entra) SIDs. Of these RID 503 is DefaultAccount, 504 WDAGUtilityAccount; a name that
## ends with $ is a managed service account; defaultuser0 is a leftover of setup. Bit 0x800 of State marks a temporary profile.
function Select-Profile {
    param(
        [scriptblock] $Where
        #remedyc:only Profile.Default
        , [bool] $Default
        #remedyc:end
    )
    #remedyc:only Profile.Default
    if ($Default) { return Find-DefaultProfile | Where-Object { $null -eq $Where -or @($_ | Where-Object $Where).Count -gt 0 } }
    #remedyc:end
    $list = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
    foreach ($sid in @(Get-RegistrySubkey -Hive 'HKLM' -Path $list)) {
        if ($sid -notmatch '^S-1-(5-21|12-1)(-[0-9]+)+$' -or $sid -match '^S-1-5-21-.*-50[34]$') { continue }
        $folder = Read-SystemValue -Path "$list\$sid" -Name 'ProfileImagePath'
        $state = Read-SystemValue -Path "$list\$sid" -Name 'State'
        if (-not $folder -or ($null -ne $state -and ([long]$state -band 0x800) -ne 0)) { continue }
        $folder = (Expand-Path $folder).TrimEnd('\')
        $name = $folder.Substring($folder.LastIndexOf([char]'\') + 1)
        if ($name -match '\$$' -or $name -match '^defaultuser[0-9]*$' -or $name -match '^TEMP(\.|$)') { continue }
        if ($null -eq (Get-PathEntry -Path $folder)) { continue }
        $found = [pscustomobject]@{ Name = $name; Sid = $sid; Folder = $folder; Loaded = (Test-RegistryPath -Hive 'HKU' -Path $sid) }
        if ($null -eq $Where -or @($found | Where-Object $Where).Count -gt 0) { $found }
    }
}
