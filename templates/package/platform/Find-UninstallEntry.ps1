# Gives the uninstall entries of one registry view, by name alone.
## Gives the uninstall entries of the machine in one registry view: Key, View, DisplayName, '' where it is missing, and Unreadable, why it cannot be read, else ''.
## HKLM only: what a user registers in a hive of theirs must never be run by SYSTEM. A 32-bit Windows has one view, and none for 32.
## Anybody's setup writes here: a value may have any type, an empty list too. Some hundred entries are asked for nothing else (Read-EntryValue).
function Find-UninstallEntry([int] $View) {
    #remedyc:every-host
    if ($View -eq 32 -and -not [Environment]::Is64BitOperatingSystem) { return }
    $root = Open-RegistryKey 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' $View
    if ($null -eq $root) { return }
    foreach ($key in $root.GetSubKeyNames()) {
        $name = $why = ''
        try {
            $entry = $root.OpenSubKey($key)
            # it may have gone since it was listed
            if ($null -eq $entry) { continue }
            try { $name = [string]$entry.GetValue('DisplayName', '', 'DoNotExpandEnvironmentNames') } finally { $entry.Dispose() }
        }
        catch { $why = $_.Exception.GetBaseException().Message }
        [pscustomobject]@{ Key = $key; View = $View; DisplayName = $name; Unreadable = $why }
    }
    $root.Dispose()
}
