# '/': the key of this name below another.
## A name that only the device knows must not lead to the key above: nothing is deleted there instead.
function Join-RegistryKey([string] $Key, [string] $Name) {
    if ($Name -match '^(\\|\z)|\\\\|\\\z') { throw "'$(ConvertTo-Line $Name)' is no name of a registry key" }
    "$Key\$Name"
}
