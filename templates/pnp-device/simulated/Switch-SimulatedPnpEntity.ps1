# Stands in for Switch-PnpEntity on the simulated machine.
function Switch-SimulatedPnpEntity([string] $InstanceId, [bool] $Enabled) {
    Enter-Effect -Name 'Switch-PnpEntity' -Text "$InstanceId $Enabled" -Change
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $row = $global:Windows.devices[$InstanceId]
    if ($null -eq $row) { throw 'it is not connected any more' }
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access denied') }
    if ($row.refuses) { throw 'Generic failure' }
    Add-Story "the device $InstanceId is $(if ($Enabled) { 'enabled' } else { 'disabled' })"
    $row[$(if ($row.needsRestart) { 'pending' } else { 'code' })] = if ($Enabled) { 0 } else { 22 }
    [bool]$row.needsRestart
}
