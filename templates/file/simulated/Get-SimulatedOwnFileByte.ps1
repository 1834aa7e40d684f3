# Stands in for Get-OwnFileByte on the simulated machine.
function Get-SimulatedOwnFileByte {
    param([string] $Path, [int] $Count)
    Enter-Effect -Name 'Get-OwnFileByte'
    $row = Open-FileRow -Path $Path
    if ($row.Contains('hardLinked') -and $row.hardLinked) { return }
    $bytes = Get-ContentByte -Row $row
    if ($bytes.Length -gt $Count) { $bytes = [byte[]]$bytes[0..($Count - 1)] }
    , $bytes
}
