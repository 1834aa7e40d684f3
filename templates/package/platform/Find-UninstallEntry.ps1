# Gives the uninstall entries of the machine in one registry view: Key, View, Unreadable and the registered values as text, $null where one is missing.
## HKLM only: what a user registers in a hive of theirs must never be run by SYSTEM. A 32-bit Windows has one view, and none for 32.
## Anybody's setup writes here: a value may have any type, an empty list too. Unreadable says why an entry could not be read, else it is ''.
function Find-UninstallEntry([int] $View) {
    #remedyc:every-host
    if ($View -eq 32 -and -not [Environment]::Is64BitOperatingSystem) { return }
    $names = 'DisplayName', 'DisplayVersion', 'Publisher', 'InstallLocation', 'UninstallString', 'QuietUninstallString', 'WindowsInstaller', 'BundleCachePath', 'BundleUpgradeCode'
    $root = Open-RegistryKey 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' $View
    $keys = if ($null -ne $root) { $root.GetSubKeyNames() }
    foreach ($key in $keys) {
        $found = [ordered]@{ Key = $key; View = $View; Unreadable = '' }
        foreach ($name in $names) { $found[$name] = $null }
        $entry = $null
        try {
            $entry = $root.OpenSubKey($key)
            # it may have gone since it was listed
            if ($null -eq $entry) { continue }
            foreach ($name in $names) {
                $data = @($entry.GetValue($name, $null, 'DoNotExpandEnvironmentNames'))
                if ($data.Count -gt 0 -and $null -ne $data[0]) { $found[$name] = [string]$data[0] }
            }
        }
        catch { $found['Unreadable'] = $_.Exception.GetBaseException().Message }
        finally { if ($null -ne $entry) { $entry.Dispose() } }
        [pscustomobject]$found
    }
    if ($null -ne $root) { $root.Dispose() }
}
