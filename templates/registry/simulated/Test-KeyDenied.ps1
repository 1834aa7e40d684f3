# Tells whether a registry key, or the nearest one above it, may not be read, or with Write not be written.
function Test-KeyDenied([string] $Key, [switch] $Write) {
    if ($Write -and -not $global:Windows.host.elevated -and $Key -notlike "HKU\$($global:Windows.host.account)*") { return $true }
    $path = $Key
    while ($true) {
        $row = $global:Windows.registry[$path]
        if ($null -ne $row -and $row.Contains('access')) {
            # the root of HKEY_USERS takes no keys, while the hives below it have rights of their own
            if ($path -ne 'HKU' -or $Key -eq 'HKU') { return $Write -or $row.access -eq 'none' }
        }
        $cut = $path.LastIndexOf([char]'\')
        if ($cut -lt 0) { return $false }
        $path = $path.Substring(0, $cut)
    }
}
