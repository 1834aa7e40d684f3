# The reason where settings of Microsoft Defender Antivirus are not as wanted, or there are none.
function Test-Defender {
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
    $now = Get-DefenderInstance 'MSFT_MpPreference'
    if ($null -eq $now) { return 'Microsoft Defender Antivirus is missing' }
    if ($now.Count -eq 0) { return 'Microsoft Defender Antivirus does not run' }
    $why = foreach ($one in Find-DefenderDeviation $now $PSBoundParameters) { $one.Why }
    if ($why) { "Microsoft Defender Antivirus: $($why -join ' and ')" }
}
