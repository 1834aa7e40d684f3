# Tells whether an uninstall entry is that of a bundle or a Windows Installer product with this upgrade code.
function Test-UpgradeCode([pscustomobject] $Entry, [string] $Code) {
    $Entry.BundleUpgradeCode -eq $Code -or @(Find-UpgradeProduct -UpgradeCode $Code) -contains $Entry.Key
}
