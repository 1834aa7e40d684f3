# Enables or disables an optional feature of Windows.
function Repair-WindowsFeature([string] $Name, [bool] $Enabled, [string] $Source, [timespan] $Timeout = [timespan]'00:30:00') {
    $done = if ($Enabled) { 'enabled' } else { 'disabled' }
    Add-Journal 'WindowsFeature' $Name "$(-not $Enabled)" "$Enabled"
    $code = Switch-Feature $Name $Enabled $Source $Timeout
    if ($code -eq 3010) { NeedsRestart "the feature $Name was $done" }
    elseif ($code -ne 0) { throw "the feature $Name could not be ${done}: $(Get-FeatureFailure $code $Timeout)" }
}
