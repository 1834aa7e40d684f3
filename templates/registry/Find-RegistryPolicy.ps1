# Names the Group Policy object that sets a registry value to something else than wanted; nothing when none does or it cannot be known.
# Asked only when a value deviates, since CIM is slow. Unreadable means unknown, and then a repair may try.
function Find-RegistryPolicy {
    param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64, [AllowNull()] [pscustomobject] $Wanted)
    $at = Split-RegistryKey -Key $Key
    $account = ''
    $path = $at.Path
    if ($at.Hive -eq 'HKU') { $account, $path = $path.Split([char[]]'\', 2) }
    # A hive that the script has loaded bears its own name
    $account = $account -replace '^Remedyc_', ''
    # The policy of the user who runs the script guards itself: its keys cannot be written, see Find-RegistryBlocker.
    if ($at.Hive -eq 'HKCU' -or ($at.Hive -eq 'HKU' -and $account -notmatch '^S-1-[0-9-]+$')) { return }
    if ($View -eq 32 -and $path -match '^SOFTWARE\\(?!WOW6432Node\\)(.+)$') { $path = 'SOFTWARE\WOW6432Node\' + $Matches[1] }

    $unreadable = "PolicyUnreadable $account"
    if ($script:Remedy.ContainsKey($unreadable)) { return }
    try {
        $policy = @(Get-RsopRegistrySetting -Path $path -Name $Name -Account $account)
        if ($policy.Count -eq 0) { return }
        if (Test-RegistryPolicy -Policy $policy[0] -Wanted $Wanted) { return }
        $gpo = @(Get-RsopGpoName -GpoId $policy[0].GpoId -Account $account)
        if ($gpo.Count -gt 0) { ConvertTo-Line $gpo[0] } else { ConvertTo-Line $policy[0].GpoId }
    }
    catch {
        # Once is enough: where CIM hangs, every question would take its whole time
        $script:Remedy[$unreadable] = $true
        Write-Note -Text "Group Policy could not be asked about ${Key}: $($_.Exception.GetBaseException().Message)"
    }
}
