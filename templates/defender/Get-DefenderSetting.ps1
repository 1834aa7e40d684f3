# The settings of Microsoft Defender Antivirus: the name of each among its preferences, and the words of its numbers.
## Source: Microsoft Learn, "Set-MpPreference".
function Get-DefenderSetting {
    #remedyc:only Defender.CloudProtection
    @{ Name = 'CloudProtection'; Preference = 'MAPSReporting'; Words = 'off', 'basic', 'advanced' }
    #remedyc:end
    #remedyc:only Defender.CloudBlockLevel
    @{ Name = 'CloudBlockLevel'; Preference = 'CloudBlockLevel'; Words = 'default', 'moderate', 'high', $null, 'high_plus', $null, 'zero_tolerance' }
    #remedyc:end
    #remedyc:only Defender.SampleSubmission
    @{ Name = 'SampleSubmission'; Preference = 'SubmitSamplesConsent'; Words = 'prompt', 'safe', 'never', 'all' }
    #remedyc:end
    #remedyc:only Defender.PuaProtection
    @{ Name = 'PuaProtection'; Preference = 'PUAProtection'; Words = 'off', 'on', 'audit' }
    #remedyc:end
    #remedyc:only Defender.RealTimeProtection
    @{ Name = 'RealTimeProtection'; Preference = 'DisableRealtimeMonitoring'; Words = $true, $false }
    #remedyc:end
    #remedyc:only Defender.ScanDay
    @{ Name = 'ScanDay'; Preference = 'ScanScheduleDay'; Words = 'daily', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'never' }
    #remedyc:end
    #remedyc:only Defender.ScanTime
    @{ Name = 'ScanTime'; Preference = 'ScanScheduleTime' }
    #remedyc:end
    #remedyc:only Defender.ScanType
    @{ Name = 'ScanType'; Preference = 'ScanParameters'; Words = $null, 'quick', 'full' }
    #remedyc:end
    #remedyc:only Defender.ExcludedPaths
    @{ Name = 'ExcludedPaths'; Preference = 'ExclusionPath' }
    #remedyc:end
    #remedyc:only Defender.ExcludedProcesses
    @{ Name = 'ExcludedProcesses'; Preference = 'ExclusionProcess' }
    #remedyc:end
    #remedyc:only Defender.ExcludedExtensions
    @{ Name = 'ExcludedExtensions'; Preference = 'ExclusionExtension' }
    #remedyc:end
}
