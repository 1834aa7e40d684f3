# Stands in for Switch-Feature on the simulated machine.
function Switch-SimulatedFeature([string] $Name, [bool] $Enabled, [string] $Source, [timespan] $Timeout) {
    $fault = Enter-Effect -Name 'Switch-Feature' -Text "$Name $Enabled" -Change -Coded
    if ("$Name$Source".Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1460 }
    if ($fault -eq 'fail') { return 5 }
    $feature = $global:Windows.features[$Name]
    # CBS_E_UNKNOWN_UPDATE, ERROR_ELEVATION_REQUIRED
    if ($null -eq $feature) { return -2146498548 }
    if (-not $global:Windows.host.elevated) { return 740 }
    Step-Clock -Milliseconds 60000
    if ($feature.exitCode -ne 0) { return [int]$feature.exitCode }
    Add-Story "the feature $Name is $(if ($Enabled) { 'enabled' } else { 'disabled' })"
    $feature[$(if ($feature.needsRestart) { 'pending' } else { 'state' })] = if ($Enabled) { 1 } else { 2 }
    if ($feature.needsRestart) { 3010 } else { 0 }
}
