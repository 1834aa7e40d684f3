# Reads pairs of hexadecimal digits as bytes; $null when the text is anything else.
function ConvertFrom-Hexadecimal([string] $Text) {
    if ($Text -notmatch '^([0-9A-Fa-f]{2})+$') { return $null }
    $bytes = [byte[]]::new($Text.Length / 2)
    for ($index = 0; $index -lt $bytes.Length; $index++) { $bytes[$index] = [Convert]::ToByte($Text.Substring(2 * $index, 2), 16) }
    , $bytes
}
