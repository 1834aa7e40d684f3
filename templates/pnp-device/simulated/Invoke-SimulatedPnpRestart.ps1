# Stands in for Invoke-PnpRestart on the simulated machine.
function Invoke-SimulatedPnpRestart([string] $InstanceId, [timespan] $Timeout) {
    $fault = Enter-Effect -Name 'Invoke-PnpRestart' -Text $InstanceId -Change -Coded
    if ($InstanceId.Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1460 }
    $row = $global:Windows.devices[$InstanceId]
    # ERROR_NO_SUCH_DEVINST
    if ($fault -eq 'fail' -or $null -eq $row -or $row.restarts -eq 'fails') { return -536870389 }
    Step-Clock -Milliseconds 3000
    Add-Story "the device $InstanceId is restarted"
    if ($row.restarts -eq 'helps' -and $row.code -ne 22) { $row.code = 0 }
    if ($row.needsRestart) { 3010 } else { 0 }
}
