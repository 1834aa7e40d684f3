# Writes a loaded hive back to its file and takes it out of HKEY_USERS.
function Save-Hive {
    param([string] $Name)
    $root = "HKU\$Name"
    $file = [string]$global:Windows.mountedHives[$Name]
    $keys = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
    foreach ($key in @($root) + @(Find-KeyBelow -Key $root)) { $keys[$key.Substring($root.Length).TrimStart('\')] = $global:Windows.registry[$key] }
    $global:Windows.hives[$file]['keys'] = $keys
    Clear-KeyRow -Key $root
    $global:Windows.mountedHives.Remove($Name)
}
