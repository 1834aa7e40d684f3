# The name of a registry value for messages: key, value, and the view where one is given.
function Format-RegistryName([string] $Key, [string] $Name = '', [int] $View = 0) {
    $text = if ($Name -eq '') { "$Key\(default)" } else { "$Key\$Name" }
    if ($View -ne 0) { $text += " ($View-bit view)" }
    ConvertTo-Line $text
}
