# Gives the upgrade code of an installed Windows Installer product, nothing when it has none.
# Below UpgradeCodes each code, packed, is a key whose values are named by the products that have it, packed. Written for all users of the machine.
function Find-UpgradeCode([string] $ProductCode) {
    $root = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UpgradeCodes'
    $packed = ConvertTo-PackedGuid -Guid $ProductCode
    foreach ($code in @(Get-RegistrySubkey -Hive HKLM -Path $root)) {
        if (@(Get-RegistryValueName -Hive HKLM -Path "$root\$code") -contains $packed) { return ConvertFrom-PackedGuid -Packed $code }
    }
}
