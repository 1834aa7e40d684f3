# A name from outside in a message: as it is when it is one word, else in quotation marks.
## So that nobody takes it for our own text.
function Format-Name([string] $Text, [int] $Limit = 80) {
    $line = ConvertTo-Line $Text $Limit
    if ($line -match '^[\w.$@\\-]+\z') { $line } else { "'" + $line.Replace("'", '"') + "'" }
}
