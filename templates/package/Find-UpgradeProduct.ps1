# Gives the product codes of the installed Windows Installer products that have an upgrade code.
function Find-UpgradeProduct([string] $UpgradeCode) {
    $packed = ConvertTo-PackedGuid -Guid $UpgradeCode
    $products = foreach ($root in 'SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UpgradeCodes', 'SOFTWARE\Classes\Installer\UpgradeCodes') {
        foreach ($name in @(Get-RegistryValueName -Hive HKLM -Path "$root\$packed")) {
            if ($name -match '^[0-9A-F]{32}$') { ConvertFrom-PackedGuid -Packed $name }
        }
    }
    @($products) | Sort-Object -Unique
}
