# Whether this is a virtual machine.
function Read-ComputerIsVirtual { $null -ne (Read-ComputerHypervisor) }
