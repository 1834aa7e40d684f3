# A value as people read it in a message or as text of the remedy.
## None, true, 1.2.3.0, 30m, 4GB is 4294967296, lists with commas.
function ConvertTo-Text([object] $Value) {
    if ($null -eq $Value) { return 'none' }
    if ($Value -is [string]) { return $Value }
    if ($Value -is [bool]) { return $(if ($Value) { 'true' } else { 'false' }) }
    if ($Value -is [timespan]) { return Format-Duration -Duration $Value }
    if ($Value -is [datetime]) { return $Value.ToString('u', [Globalization.CultureInfo]::InvariantCulture) }
    if ($Value -is [Collections.IEnumerable]) { return @(foreach ($one in $Value) { ConvertTo-Text $one }) -join ', ' }
    [Convert]::ToString($Value, [Globalization.CultureInfo]::InvariantCulture)
}
