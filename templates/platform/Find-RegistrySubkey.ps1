# Gives the names of the subkeys of a key of HKLM that have a value of this name. Each is opened once: Windows Installer has tens of thousands in one key.
function Find-RegistrySubkey {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $ValueName)
    $base = Open-RegistryHive -Hive 'HKLM'
    try {
        $root = $base.OpenSubKey($Path)
        if ($null -eq $root) { return }
        try {
            foreach ($name in $root.GetSubKeyNames()) {
                # it may have gone since it was listed
                if ($null -eq ($key = $root.OpenSubKey($name))) { continue }
                try { if ($null -ne $key.GetValue($ValueName)) { $name } } finally { $key.Dispose() }
            }
        }
        finally { $root.Dispose() }
    }
    finally { $base.Dispose() }
}
