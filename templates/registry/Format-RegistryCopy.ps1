# A registry value as a text in which nothing is lost, '' for none.
## DWord -1, Binary 01-FF, MultiString with a NUL behind each text.
function Format-RegistryCopy([object] $Value) {
    if ($null -eq $Value) { return '' }
    $data = $Value.Data
    if ($data -is [byte[]]) { $data = [BitConverter]::ToString($data) } elseif ($data -is [array]) { $data = -join ($data -replace '\z', "`0") }
    "$($Value.Type) $data"
}
