# A GUID as Windows Installer writes it in the registry.
## Gives a GUID as Windows Installer writes it in the registry: the first three groups backwards, of the rest each pair of digits swapped. Its own inverse.
function ConvertTo-PackedGuid([string] $Guid) {
    $digits = $Guid.ToUpperInvariant() -replace '[^0-9A-F]', ''
    if ($digits.Length -ne 32) { throw "$Guid is no GUID" }
    $order = @(7..0) + @(11..8) + @(15..12) + @(for ($index = 16; $index -lt 32; $index += 2) { $index + 1; $index })
    -join $digits[$order]
}
