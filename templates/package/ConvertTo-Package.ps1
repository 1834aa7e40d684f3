# Gives an uninstall entry as a package: the readable properties in Pascal case.
## An entry of a setup's own may only call Windows Installer: /X{code}, or /I{code}, which of an installed product is the same. Its rest may be switches, for a patch is removed with properties.
function ConvertTo-Package([pscustomobject] $Entry) {
    $read = { param($name) Read-EntryValue $Entry $name }
    $guid = '\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}'
    $uninstall = & $read 'UninstallString'
    $code = if ((& $read 'WindowsInstaller') -eq '1' -and $Entry.Key -match "^$guid\z") { $Entry.Key }
    elseif ($uninstall -match ('^\s*"?(?:[^"]+\\(?:System32|SysWOW64)\\)?msiexec(?:\.exe)?"?\s+[/-](?:X|I|uninstall)\s*"?(?<code>' + $guid + ')"?(?:\s+(?:[/-][A-Z+!]+|REBOOT=\w+|REMOVE=ALL))*\s*\z')) { $Matches['code'] }
    [pscustomobject]@{
        Name = if ($Entry.DisplayName) { $Entry.DisplayName } else { $Entry.Key }
        Version = Read-EntryVersion $Entry; Publisher = & $read 'Publisher'; View = $Entry.View; Key = $Entry.Key
        Installer = if ($code) { 'msi' } elseif ($null -ne (& $read 'BundleCachePath') -or $null -ne (& $read 'BundleUpgradeCode')) { 'bundle' } else { 'exe' }
        ProductCode = if ($code) { $code.ToUpperInvariant() } else { $null }
        InstallLocation = & $read 'InstallLocation'
        UninstallCommand = $uninstall; QuietUninstallCommand = & $read 'QuietUninstallString'
    }
}
