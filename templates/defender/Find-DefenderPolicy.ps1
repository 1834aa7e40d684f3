# The registry value with which a policy decides on a preference, or nothing.
## Group Policy, Configuration Manager and security settings management: below the key. Intune: below its Policy Manager. Microsoft Learn, "Troubleshoot Microsoft Defender Antivirus settings";
## names: WindowsDefender.admx and "Policy CSP - Defender". Exclusions of the machine count unless lists are not merged.
function Find-DefenderPolicy([string] $Preference) {
    $policy, $managed = @{
        #remedyc:only Defender.EnsuredCloudProtection
        MAPSReporting = 'Spynet\SpynetReporting', 'AllowCloudProtection'
        #remedyc:end
        #remedyc:only Defender.EnsuredCloudBlockLevel
        CloudBlockLevel = 'MpEngine\MpCloudBlockLevel', 'CloudBlockLevel'
        #remedyc:end
        #remedyc:only Defender.EnsuredSampleSubmission
        SubmitSamplesConsent = 'Spynet\SubmitSamplesConsent', 'SubmitSamplesConsent'
        #remedyc:end
        #remedyc:only Defender.EnsuredPuaProtection
        PUAProtection = 'PUAProtection', 'PUAProtection'
        #remedyc:end
        #remedyc:only Defender.EnsuredRealTimeProtection
        DisableRealtimeMonitoring = 'Real-Time Protection\DisableRealtimeMonitoring', 'AllowRealtimeMonitoring'
        #remedyc:end
        #remedyc:only Defender.EnsuredScanDay
        ScanScheduleDay = 'Scan\ScheduleDay', 'ScheduleScanDay'
        #remedyc:end
        #remedyc:only Defender.EnsuredScanTime
        ScanScheduleTime = 'Scan\ScheduleTime', 'ScheduleScanTime'
        #remedyc:end
        #remedyc:only Defender.EnsuredScanType
        ScanParameters = 'Scan\ScanParameters', 'ScanParameter'
        #remedyc:end
        #remedyc:only Defender.EnsuredExcludedPaths
        ExclusionPath = 'DisableLocalAdminMerge', 'DisableLocalAdminMerge'
        #remedyc:end
        #remedyc:only Defender.EnsuredExcludedProcesses
        ExclusionProcess = 'DisableLocalAdminMerge', 'DisableLocalAdminMerge'
        #remedyc:end
        #remedyc:only Defender.EnsuredExcludedExtensions
        ExclusionExtension = 'DisableLocalAdminMerge', 'DisableLocalAdminMerge'
        #remedyc:end
    }[$Preference]
    foreach ($place in $policy, "Policy Manager\$managed") {
        $place = "SOFTWARE\Policies\Microsoft\Windows Defender\$place"
        $key = Get-PathPart $place -Parent
        $name = Get-PathPart $place
        $value = Read-SystemValue $key $name
        if ($null -eq $value -or ($name -eq 'DisableLocalAdminMerge' -and $value -eq 0)) { continue }
        if ((Read-SystemValue $key "LocalSettingOverride$name") -ne 1) { return "HKLM\$place is $value" }
    }
}
