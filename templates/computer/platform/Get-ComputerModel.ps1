# Manufacturer and Model of Win32_ComputerSystem, as the firmware has them.
function Get-ComputerModel {
    #remedyc:every-host
    $system = Get-CimInstance -ClassName Win32_ComputerSystem -Property Manufacturer, Model -OperationTimeoutSec 20
    [pscustomobject]@{ Manufacturer = ([string]$system.Manufacturer).Trim(); Model = ([string]$system.Model).Trim() }
}
