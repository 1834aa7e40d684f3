# Makes text from outside (names, messages, log lines) one line of printable ASCII, at most so many characters, that cannot end a CMTrace entry.
function ConvertTo-Line {
    param([string] $Text, [int] $Limit = 600)
    $line = ($Text.Trim() -replace '\s+', ' ' -replace '[^ -~]', '?').Replace(']LOG]', '] LOG]')
    if ($line.Length -gt $Limit) { $line.Substring(0, $Limit - 3) + '...' } else { $line }
}
