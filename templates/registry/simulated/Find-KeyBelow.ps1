# Gives the full names of all registry keys below a key.
function Find-KeyBelow([string] $Key) {
    $prefix = "$Key\"
    foreach ($name in $global:Windows.registry.PSBase.Keys) { if ($name.StartsWith($prefix, [System.StringComparison]::OrdinalIgnoreCase)) { $name } }
}
