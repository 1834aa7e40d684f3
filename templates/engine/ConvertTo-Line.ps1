# Text from outside as one line of printable ASCII, not too long, that cannot end a CMTrace entry.
function ConvertTo-Line([string] $Text, [int] $Limit = 600) {
    $line = ($Text.Trim() -replace '\s+', ' ' -replace '[^ -~]', '?').Replace(']LOG]', '] LOG]')
    if ($line.Length -gt $Limit) { $line.Substring(0, $Limit - 3) + '...' } else { $line }
}
