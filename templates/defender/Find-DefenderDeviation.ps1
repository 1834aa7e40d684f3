# The settings, and entries of lists, that are not as wanted: Setting, Should and Why.
function Find-DefenderDeviation([hashtable] $Preferences, [Collections.IDictionary] $Wish) {
    foreach ($setting in Get-DefenderSetting) {
        if (-not $Wish.ContainsKey($setting.Name)) { continue }
        $should = $Wish[$setting.Name]
        $is = ConvertFrom-DefenderPreference $setting $Preferences
        #remedyc:only Defender.EnsuredExcludedPaths Defender.EnsuredExcludedProcesses Defender.EnsuredExcludedExtensions
        if ($setting.Preference -like 'Exclusion*') {
            $there = @(foreach ($entry in $is) { $entry.TrimStart('.').TrimEnd('\') })
            foreach ($entry in $should) {
                $plain = $entry.TrimStart('.').TrimEnd('\')
                if (Test-OneOf $plain $there) { continue }
                $there += $plain
                @{ Setting = $setting; Should = $entry; Why = "$($setting.Preference) lacks $(ConvertTo-Line $entry)" }
            }
            continue
        }
        #remedyc:end
        if (Test-Text $is $should) { continue }
        $why = "is $is, it should be $should"
        #remedyc:only Defender.EnsuredRealTimeProtection
        # what is on for a remedy, its preference disables
        if ($should -is [bool]) { $why = "is $should, it should be $is" }
        #remedyc:end
        @{ Setting = $setting; Should = $should; Why = "$($setting.Preference) $why" }
    }
}
