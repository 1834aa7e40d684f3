# Says what an event of the table of known causes means, with its own texts; nothing for any other.
function Format-EventText([pscustomobject] $Record) {
    $rules = Get-EventRule
    if (-not $rules.ContainsKey($Record.Source) -or -not $rules[$Record.Source].ContainsKey($Record.Id)) { return }
    $text = $rules[$Record.Source][$Record.Id]
    # a classic event whose only text is its whole message
    $values = @($Record.Values)
    if ($values.Count -eq 1 -and ([string]$values[0]).Contains(' ')) {
        return "event $($Record.Id): " + ($text -f '(see text)', '(see text)') + '; "' + (ConvertTo-Line $values[0] -Limit 200).Replace('"', "'") + '"'
    }
    "event $($Record.Id): " + ($text -f (@(foreach ($value in $values) { Format-Name $value }) + '?', '?'))
}
