# Stands in for Get-ComputerMembership on the simulated machine.
function Get-SimulatedComputerMembership {
    Enter-Effect -Name 'Get-ComputerMembership'
    $computer = $global:Windows.computer
    Confirm-Cim -Readable $computer.cimReadable
    [pscustomobject]@{ PartOfDomain = [bool]$computer.domainJoined; Domain = [string]$computer.domain; TotalPhysicalMemory = [long]$computer.memory }
}
