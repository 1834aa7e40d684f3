# Writes a name from outside in a message: as it is when it is one word, else in quotation marks, so that nobody takes it for our own text. At most 80 characters.
function Format-Name([string] $Text) {
    $line = ConvertTo-Line $Text -Limit 80
    if ($line -match '^[\w.$@\\-]+\z') { $line } else { "'" + $line.Replace("'", '"') + "'" }
}
