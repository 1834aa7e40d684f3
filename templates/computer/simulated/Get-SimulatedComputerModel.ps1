# Stands in for Get-ComputerModel on the simulated machine.
function Get-SimulatedComputerModel {
    Enter-Effect -Name 'Get-ComputerModel'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    [pscustomobject]@{ Manufacturer = [string]$global:Windows.computer.manufacturer; Model = [string]$global:Windows.computer.model }
}
