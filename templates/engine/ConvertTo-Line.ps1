# Makes text from outside (names, messages, log lines) one line of printable ASCII, at most so many characters, that cannot end a CMTrace entry.
function ConvertTo-Line {
    param([Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [string] $Text, [int] $Limit = 600)
    $line = [regex]::Replace($Text, '\s+', ' ').Trim()
    $line = [regex]::Replace($line, '[^\x20-\x7E]', '?').Replace(']LOG]', '] LOG]')
    if ($line.Length -gt $Limit) { $line.Substring(0, $Limit - 3) + '...' } else { $line }
}
