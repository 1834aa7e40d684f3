# A text as the regular expression that matches exactly this text.
## Writes a text as the regular expression that matches exactly this text: what is only known on the device never changes a pattern's meaning.
function ConvertTo-Pattern([string] $Text) {
    [regex]::Escape($Text)
}
