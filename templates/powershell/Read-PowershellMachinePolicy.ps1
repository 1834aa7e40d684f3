# The execution policy that Group Policy sets for the machine.
function Read-PowershellMachinePolicy { Get-ScriptPolicy 'HKLM' }
