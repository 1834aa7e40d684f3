# Stands in for Switch-Capability on the simulated machine.
function Switch-SimulatedCapability([string] $Name, [bool] $Present, [string] $Source, [timespan] $Timeout) {
    $fault = Enter-Effect -Name 'Switch-Capability' -Text "$Name $Present" -Change -Coded
    if ("$Name$Source".Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1460 }
    if ($fault -eq 'fail') { return 5 }
    if (-not $global:Windows.host.elevated) { return 740 }
    $features = $global:Windows.features
    # every name but that of the probe's is known
    if ($Name -like 'Remedyc.No.*') { return -2146498548 }
    if (-not $features.Contains($Name)) { $features[$Name] = [ordered]@{ state = 2; pending = $null; needsRestart = $false; exitCode = 0 } }
    $capability = $features[$Name]
    # CBS_E_UNKNOWN_UPDATE
    if ($capability.state -eq 3) { return -2146498548 }
    Step-Clock -Milliseconds 60000
    if ($capability.exitCode -ne 0) { return [int]$capability.exitCode }
    Add-Story "the capability $Name is $(if ($Present) { 'added' } else { 'removed' })"
    $capability[$(if ($capability.needsRestart) { 'pending' } else { 'state' })] = if ($Present) { 1 } else { 2 }
    if ($capability.needsRestart) { 3010 } else { 0 }
}
