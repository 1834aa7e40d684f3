# Stands in for Move-Log on the simulated machine.
function Move-SimulatedLog {
    param([string] $Path, [string] $Destination, [long] $Above = 0)
    $row = $global:Windows.files[$Path]
    if ($null -eq $row -or (Get-RowSize -Row $row) -le $Above) { return }
    Enter-Effect -Name 'Move-Log' -Text "$Path $Destination" -Change -Own
    Confirm-Write -Path $Destination
    $global:Windows.files[$Destination] = Open-FileRow -Path $Path
    $global:Windows.files.Remove($Path)
}
