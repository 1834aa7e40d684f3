# Stands in for Get-MachineVariable on the simulated machine.
function Get-SimulatedMachineVariable {
    param([string] $Name)
    Enter-Effect -Name 'Get-MachineVariable'
    $row = Open-KeyRow -Key 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
    if ($null -ne $row -and $row['values'].Contains($Name)) {
        $data = ConvertFrom-ValueRow -Row $row['values'][$Name]
        if ($data -is [string]) { $data }
    }
}
