# Gives a registry key's row, creating it and those above it; new ones below a volatile key are volatile.
function Add-KeyRow {
    param(
        [string] $Key,
        [switch] $Volatile
    )
    if ($global:Windows.registry.Contains($Key)) { return $global:Windows.registry[$Key] }
    $below = $Volatile
    $cut = $Key.LastIndexOf('\')
    if ($cut -gt 0) {
        $above = Add-KeyRow -Key $Key.Substring(0, $cut) -Volatile:$Volatile
        if ($above.Contains('volatile')) { $below = $true }
    }
    $row = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
    $row['values'] = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
    if ($below) { $row['volatile'] = $true }
    $global:Windows.registry[$Key] = $row
    $row
}
