# The subkeys of a key of HKLM that have a value of this name.
## Each is opened once: Windows Installer has tens of thousands in one key.
function Find-RegistrySubkey([string] $Path, [string] $ValueName) {
    #remedyc:every-host
    $root = Open-RegistryKey 'HKLM' $Path
    if ($null -eq $root) { return }
    try {
        foreach ($name in $root.GetSubKeyNames()) {
            $key = $root.OpenSubKey($name)
            # it may have gone since it was listed
            if ($null -ne $key) { try { if ($null -ne $key.GetValue($ValueName)) { $name } } finally { $key.Dispose() } }
        }
    }
    finally { $root.Dispose() }
}
