# Writes names with texts, numbers and lists of texts as one line of JSON. The texts are printable ASCII already.
function ConvertTo-JsonLine {
    param([Parameter(Mandatory)] [Collections.Specialized.OrderedDictionary] $Data)
    $quote = { param([string] $Text) '"' + $Text.Replace('\', '\\').Replace('"', '\"') + '"' }
    $fields = foreach ($name in $Data.Keys) {
        $value = $Data[$name]
        $json = if ($value -is [long] -or $value -is [int]) { [string]$value }
        elseif ($value -is [string]) { & $quote $value }
        else { '[' + (@(foreach ($one in $value) { & $quote $one }) -join ',') + ']' }
        (& $quote $name) + ':' + $json
    }
    '{' + (@($fields) -join ',') + '}'
}
