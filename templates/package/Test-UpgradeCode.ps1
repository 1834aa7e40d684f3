# Tells whether an uninstall entry is that of a bundle or product with this upgrade code.
## Tells whether an uninstall entry is that of a bundle or a Windows Installer product with this upgrade code.
function Test-UpgradeCode([pscustomobject] $Entry, [string] $Code) {
    ($Entry.Key -like '{*' -and @(Find-UpgradeProduct -UpgradeCode $Code) -contains $Entry.Key) -or (Read-EntryValue $Entry 'BundleUpgradeCode') -eq $Code
}
