# Says what an event of the table of known causes means, with its own texts; nothing for any other.
function Format-EventText {
    param([Parameter(Mandatory)] [pscustomobject] $Record)
    $rules = Get-EventRule
    if (-not $rules.ContainsKey($Record.Source) -or -not $rules[$Record.Source].ContainsKey($Record.Id)) { return }
    $text = $rules[$Record.Source][$Record.Id]
    $values = @($Record.Values | ForEach-Object { ConvertTo-Line $_ -Limit 200 })
    # a classic event whose only text is its whole message
    if ($values.Count -eq 1 -and $values[0].Contains(' ')) { return "event $($Record.Id): " + ($text -f '(see text)', '(see text)') + '; ' + $values[0] }
    "event $($Record.Id): " + ($text -f (@($values) + '?', '?'))
}
