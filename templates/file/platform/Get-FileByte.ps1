# Gives up to Count bytes of a file from an offset, a negative one counted from its end.
## Others may write to it meanwhile.
function Get-FileByte([string] $Path, [long] $Offset = 0, [int] $Count) {
    $stream = [IO.File]::Open($Path, 'Open', 'Read', 'ReadWrite, Delete')
    try {
        $start = if ($Offset -lt 0) { [Math]::Max([long]0, $stream.Length + $Offset) } else { $Offset }
        [void]$stream.Seek($start, [IO.SeekOrigin]::Begin)
        $buffer = [byte[]]::new([int][Math]::Max([long]0, [Math]::Min([long]$Count, $stream.Length - $start)))
        $filled = 0
        while ($filled -lt $buffer.Length) {
            $read = $stream.Read($buffer, $filled, $buffer.Length - $filled)
            if ($read -eq 0) { break }
            $filled += $read
        }
        , $buffer
    }
    finally { $stream.Dispose() }
}
