# Sets those settings of Microsoft Defender Antivirus that differ, one by one.
# A change that is taken without an error and not made is a failure.
function Repair-Defender {
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
    $wish = $PSBoundParameters
    foreach ($one in @(Find-DefenderDeviation (Get-DefenderInstance 'MSFT_MpPreference') $wish)) {
        $name = $one.Setting.Preference
        #remedyc:only Defender.EnsuredExcludedPaths Defender.EnsuredExcludedProcesses Defender.EnsuredExcludedExtensions
        if ($name -like 'Exclusion*') {
            Add-Journal 'DefenderSetting' $name, $one.Should '' 'excluded'
            Invoke-DefenderMethod 'MSFT_MpPreference' 'Add' @{ $name = [string[]]@($one.Should); Force = $true } ([timespan]'00:01:00')
            continue
        }
        #remedyc:end
        $value = if ($one.Setting.ContainsKey('Words')) { "$([array]::IndexOf([object[]]$one.Setting.Words, $one.Should))" } else { $one.Should }
        Add-Journal 'DefenderSetting' $name (Get-DefenderSettingState $name) $value
        Write-DefenderPreference $name $value
    }
    if (Wait-Condition ([timespan]'00:00:10') { -not (Test-Defender @wish) } 1000) { return }
    throw "a change was taken without an error and not made$(if (Read-DefenderTamperProtected) { ', tamper protection is on' }): $(Test-Defender @wish)"
}
