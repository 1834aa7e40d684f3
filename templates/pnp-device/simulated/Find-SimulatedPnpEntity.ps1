# Stands in for Find-PnpEntity on the simulated machine.
function Find-SimulatedPnpEntity([string] $InstanceId) {
    Enter-Effect -Name 'Find-PnpEntity'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($id in @($global:Windows.devices.PSBase.Keys)) {
        if ($InstanceId -and $id -ne $InstanceId) { continue }
        $row = $global:Windows.devices[$id]
        [pscustomobject]@{ InstanceId = $id; Name = [string]$row.name; Class = [string]$row.class; Code = [int]$row.code }
    }
}
