# Stands in for Clear-Mark on the simulated machine.
function Clear-SimulatedMark {
    param(
        [Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU')] [string] $Hive,
        [Parameter(Mandatory)] [string] $Remedy,
        [Parameter(Mandatory)] [string] $Name,
        [switch] $Session
    )
    $key = Resolve-KeyPath -Hive $Hive -Path "SOFTWARE\Remedyc\$Remedy$(if ($Session) { '\Session' })"
    $row = Open-KeyRow -Key $key -Write
    if ($null -eq $row -or -not $row['values'].Contains($Name)) { return Enter-Effect -Name 'Clear-Mark' }
    Enter-Effect -Name 'Clear-Mark' -Text "$key $Name" -Change -Own
    $row['values'].Remove($Name)
}
