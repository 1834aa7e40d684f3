# Stands in for Get-ConsoleUser on the simulated machine.
function Get-SimulatedConsoleUser {
    Enter-Effect -Name 'Get-ConsoleUser'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    if ($global:Windows.hardware.consoleUser -ne '') { [string]$global:Windows.hardware.consoleUser }
}
