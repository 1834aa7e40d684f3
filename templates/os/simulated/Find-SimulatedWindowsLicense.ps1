# Stands in for Find-WindowsLicense on the simulated machine.
function Find-SimulatedWindowsLicense {
    Enter-Effect -Name 'Find-WindowsLicense'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    if ($null -ne $global:Windows.computer.licenseStatus) { [int]$global:Windows.computer.licenseStatus }
}
