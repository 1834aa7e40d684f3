# A value of a JSON text in the one form that all that are equal to it have.
function Format-JsonValue([string] $Text, [object] $Value) {
    $raw = $Text.Substring($Value.Start, $Value.End - $Value.Start)
    if ($Value.Kind -eq '"') { return ConvertTo-JsonText (ConvertFrom-JsonString $raw) }
    if ($Value.Kind -eq '[') { return "[$(@(foreach ($one in $Value.Members) { Format-JsonValue $Text $one.Value }) -join ',')]" }
    if ($Value.Kind -eq '{') {
        $members = [Collections.Generic.Dictionary[string, string]]::new([StringComparer]::Ordinal)
        foreach ($one in $Value.Members) { $members[$one.Name] = Format-JsonValue $Text $one.Value }
        $names = [string[]]@($members.Keys)
        [Array]::Sort($names, [StringComparer]::Ordinal)
        return "{$(@(foreach ($name in $names) { "$(ConvertTo-JsonText $name):$($members[$name])" }) -join ',')}"
    }
    if ($raw -notmatch '[.eE]' -or $raw -match '^[tfn]') { return $raw }
    $number = $raw -as [double]
    if ($null -eq $number -or [Math]::Abs($number) -gt 1e300) { $raw } else { $number.ToString('R', [cultureinfo]::InvariantCulture) }
}
