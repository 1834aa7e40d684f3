# Why no run can change those settings of Microsoft Defender Antivirus that differ, or nothing.
function Find-DefenderBlocker {
    param(
        [string] $CloudProtection
        #remedyc:only Defender.EnsuredCloudBlockLevel
        , [string] $CloudBlockLevel
        #remedyc:end
        #remedyc:only Defender.EnsuredSampleSubmission
        , [string] $SampleSubmission
        #remedyc:end
        #remedyc:only Defender.EnsuredPuaProtection
        , [string] $PuaProtection
        #remedyc:end
        #remedyc:only Defender.EnsuredRealTimeProtection
        , [bool] $RealTimeProtection
        #remedyc:end
        #remedyc:only Defender.EnsuredScanDay
        , [string] $ScanDay
        #remedyc:end
        #remedyc:only Defender.EnsuredScanTime
        , [string] $ScanTime
        #remedyc:end
        #remedyc:only Defender.EnsuredScanType
        , [string] $ScanType
        #remedyc:end
        #remedyc:only Defender.EnsuredExcludedPaths
        , [string[]] $ExcludedPaths
        #remedyc:end
        #remedyc:only Defender.EnsuredExcludedProcesses
        , [string[]] $ExcludedProcesses
        #remedyc:end
        #remedyc:only Defender.EnsuredExcludedExtensions
        , [string[]] $ExcludedExtensions
        #remedyc:end
    )
    $mode = Read-DefenderMode
    if ($mode -eq 'missing') { return 'this Windows does not have it' }
    $now = Get-DefenderInstance 'MSFT_MpPreference'
    if ($mode -eq 'not_running' -or $now.Count -eq 0) { return 'another product protects this machine, or it was turned off' }
    if ($mode -notin 'normal', 'other') { return "it is in mode $mode, since another product protects this machine" }
    Join-Reason @(foreach ($one in Find-DefenderDeviation $now $PSBoundParameters) {
            $name = $one.Setting.Preference
            $place = Find-DefenderPolicy $name
            if ($place) { "a policy decides on $name ($place), change it there" }
            #remedyc:only Defender.EnsuredCloudProtection Defender.EnsuredRealTimeProtection
            elseif ($name -in 'MAPSReporting', 'DisableRealtimeMonitoring' -and (Read-DefenderTamperProtected)) { "tamper protection decides on $name" }
            #remedyc:end
        })
}
