# Gives an uninstall entry as a package: the readable properties in Pascal case.
#remedyc:only Package.UpgradeCode
# UpgradeCode is looked up when somebody reads it.
#remedyc:end
function ConvertTo-Package([pscustomobject] $Entry) {
    $isProduct = $Entry.WindowsInstaller -eq '1' -and $Entry.Key -match '^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}\z'
    $isBundle = -not $isProduct -and ($null -ne $Entry.BundleCachePath -or $null -ne $Entry.BundleUpgradeCode)
    $package = [pscustomobject]@{
        Name                  = [string]$Entry.DisplayName
        Version               = ConvertTo-PackageVersion -Text $Entry.DisplayVersion
        Publisher             = $Entry.Publisher
        Installer             = if ($isProduct) { 'msi' } elseif ($isBundle) { 'bundle' } else { 'exe' }
        View                  = $Entry.View
        ProductCode           = if ($isProduct) { $Entry.Key.ToUpperInvariant() } else { $null }
        InstallLocation       = if ($Entry.InstallLocation) { $Entry.InstallLocation } else { $null }
        UninstallCommand      = $Entry.UninstallString
        QuietUninstallCommand = $Entry.QuietUninstallString
        Key                   = $Entry.Key
        BundleUpgradeCode     = $Entry.BundleUpgradeCode
    }
    #remedyc:only Package.UpgradeCode
    $lookup = { if ($null -ne $this.BundleUpgradeCode) { $this.BundleUpgradeCode } elseif ($null -ne $this.ProductCode) { Find-UpgradeCode -ProductCode $this.ProductCode } }
    $package.PSObject.Members.Add([Management.Automation.PSScriptProperty]::new('UpgradeCode', $lookup))
    #remedyc:end
    $package
}
