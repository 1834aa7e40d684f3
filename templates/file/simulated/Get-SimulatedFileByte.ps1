# Stands in for Get-FileByte on the simulated machine.
function Get-SimulatedFileByte {
    param([string] $Path, [long] $Offset = 0, [int] $Count)
    Enter-Effect -Name 'Get-FileByte'
    $bytes = Get-ContentByte -Row (Open-FileRow -Path $Path)
    $start = if ($Offset -lt 0) { [Math]::Max([long]0, $bytes.Length + $Offset) } else { $Offset }
    $length = [int][Math]::Max([long]0, [Math]::Min([long]$Count, $bytes.Length - $start))
    $buffer = [byte[]]::new($length)
    if ($length -gt 0) { [array]::Copy($bytes, $start, $buffer, 0, $length) }
    , $buffer
}
