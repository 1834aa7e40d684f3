# A text, number, boolean, or list of them as JSON.
function ConvertTo-JsonText([object] $Data) {
    if ($Data -is [array]) { return "[$(@($Data | ForEach-Object { ConvertTo-JsonText $_ }) -join ', ')]" }
    if ($Data -is [bool]) { return $(if ($Data) { 'true' } else { 'false' }) }
    if ($Data -isnot [string]) { return "$Data" }
    '"' + [regex]::Replace($Data, '["\\\x00-\x1F]', { param($one) if ($one.Value -match '["\\]') { "\$($one.Value)" } else { '\u{0:x4}' -f [int][char]$one.Value } }) + '"'
}
