# Gives an uninstall entry as a package: the readable properties in Pascal case.
function ConvertTo-Package([pscustomobject] $Entry) {
    $isProduct = $Entry.WindowsInstaller -eq '1' -and $Entry.Key -match '^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}\z'
    [pscustomobject]@{
        Name = $Entry.DisplayName; Version = ConvertTo-PackageVersion $Entry.DisplayVersion; Publisher = $Entry.Publisher; View = $Entry.View; Key = $Entry.Key
        Installer = if ($isProduct) { 'msi' } elseif ($null -ne $Entry.BundleCachePath -or $null -ne $Entry.BundleUpgradeCode) { 'bundle' } else { 'exe' }
        ProductCode = if ($isProduct) { $Entry.Key.ToUpperInvariant() } else { $null }
        InstallLocation = if ($Entry.InstallLocation) { $Entry.InstallLocation } else { $null }
        UninstallCommand = $Entry.UninstallString; QuietUninstallCommand = $Entry.QuietUninstallString
    }
}
