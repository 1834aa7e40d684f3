# Stands in for Find-Mark on the simulated machine.
function Find-SimulatedMark {
    param([ValidateSet('HKLM', 'HKCU')] [string] $Hive, [string] $Remedy, [switch] $Session)
    Enter-Effect -Name 'Find-Mark'
    $marks = @{}
    $row = Open-KeyRow -Key (Resolve-KeyPath -Hive $Hive -Path "SOFTWARE\Remedyc\$Remedy$(if ($Session) { '\Session' })")
    if ($null -ne $row) { foreach ($name in $row['values'].PSBase.Keys) { if ($row['values'][$name].type -eq 'String') { $marks[$name] = [string](ConvertFrom-ValueRow -Row $row['values'][$name]) } } }
    $marks
}
