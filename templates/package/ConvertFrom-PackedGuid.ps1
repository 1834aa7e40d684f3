# Gives a GUID with braces from the form in which Windows Installer writes it in the registry.
function ConvertFrom-PackedGuid([string] $Packed) {
    $digits = ConvertTo-PackedGuid -Guid $Packed
    '{' + (($digits.Substring(0, 8), $digits.Substring(8, 4), $digits.Substring(12, 4), $digits.Substring(16, 4), $digits.Substring(20)) -join '-') + '}'
}
