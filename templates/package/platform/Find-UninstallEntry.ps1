# Gives the uninstall entries of the machine in one registry view: Key, View, DisplayName as text, $null where it is missing, and why it cannot be read, else ''.
## HKLM only: what a user registers in a hive of theirs must never be run by SYSTEM. A 32-bit Windows has one view, and none for 32.
## Anybody's setup writes here: a value may have any type, an empty list too. Some hundred entries are asked for nothing else (Read-EntryValue).
function Find-UninstallEntry([int] $View) {
    #remedyc:every-host
    if ($View -eq 32 -and -not [Environment]::Is64BitOperatingSystem) { return }
    $root = Open-RegistryKey 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' $View
    if ($null -eq $root) { return }
    foreach ($key in $root.GetSubKeyNames()) {
        $entry = $null
        $name = $null
        $why = ''
        try {
            $entry = $root.OpenSubKey($key)
            # it may have gone since it was listed
            if ($null -eq $entry) { continue }
            foreach ($text in $entry.GetValue('DisplayName', $null, 'DoNotExpandEnvironmentNames')) { if ($null -eq $name) { $name = [string]$text } }
        }
        catch { $why = $_.Exception.GetBaseException().Message }
        finally { if ($null -ne $entry) { $entry.Dispose() } }
        [pscustomobject]@{ Key = $key; View = $View; DisplayName = $name; Unreadable = $why }
    }
    $root.Dispose()
}
