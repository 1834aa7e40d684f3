# What a preference says, as remedies have it: a word, a time of day, or the entries of a list.
function ConvertFrom-DefenderPreference([hashtable] $Setting, [hashtable] $Preferences) {
    $name = $Setting.Preference
    $value = $Preferences[$name]
    #remedyc:only Defender.ExcludedPaths Defender.ExcludedProcesses Defender.ExcludedExtensions
    ## HideExclusionsFromLocalAdmins ("Defender CSP"); what stands there then is seen on machines, documented nowhere.
    if ($name -like 'Exclusion*') {
        if ("$value".StartsWith('N/A:', [StringComparison]::Ordinal)) { throw 'a policy hides the exclusions of Microsoft Defender Antivirus' }
        return , [string[]]@($value | Where-Object { $_ })
    }
    #remedyc:end
    if ($null -eq $value) { throw "this version of Microsoft Defender Antivirus has no $name" }
    #remedyc:only Defender.ScanTime
    if ($name -eq 'ScanScheduleTime') { return [regex]::Match("$value", '\d\d:\d\d').Value }
    #remedyc:end
    $words = $Setting.Words
    if ([int]$value -ge $words.Count -or $null -eq $words[[int]$value]) { "$value" } else { $words[[int]$value] }
}
