# Gives the upgrade code of a bundle or a Windows Installer product, nothing when it has none.
## Gives the upgrade code of what an uninstall entry is about, nothing when it has none: a bundle's own, or a Windows Installer product's.
## Below UpgradeCodes each code, packed, is a key whose values are named by the products that have it, packed. Written for all users of the machine.
function Find-UpgradeCode([pscustomobject] $Entry) {
    $bundle = Read-EntryValue $Entry 'BundleUpgradeCode'
    if ($null -ne $bundle) { return $bundle }
    $product = (ConvertTo-Package $Entry).ProductCode
    if ($null -eq $product) { return }
    $root = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UpgradeCodes'
    $packed = ConvertTo-PackedGuid -Guid $product
    foreach ($code in @(Get-RegistrySubkey 'HKLM' $root)) {
        if (@(Get-RegistryValueName 'HKLM' "$root\$code") -contains $packed) { return ConvertFrom-PackedGuid -Packed $code }
    }
}
