# Stands in for Get-ConfigMgrRestart on the simulated machine.
function Get-SimulatedConfigMgrRestart {
    Enter-Effect -Name 'Get-ConfigMgrRestart'
    Confirm-Cim -Readable ($global:Windows.computer.configMgrRestart -ne 'unreadable')
    $global:Windows.computer.configMgrRestart -eq 'pending'
}
