# Takes away what Windows Installer has registered of this product; files stay.
## Takes away what Windows Installer has registered of exactly this product for the whole machine: its keys, and its values in keys of others. Files stay: others may have them, too.
## Each path is made of the validated code. The uninstall entry goes last, by which the next run finds the product after one that was killed.
function Clear-ProductRegistration([pscustomobject] $Package) {
    Write-Note "Windows Installer cannot remove $($Package.Name) any more: what is registered of it is taken away" -Severity 2
    $packed = ConvertTo-PackedGuid -Guid $Package.ProductCode
    $current = 'SOFTWARE\Microsoft\Windows\CurrentVersion'
    $machine = "$current\Installer\UserData\S-1-5-18"
    $classes = 'SOFTWARE\Classes\Installer'
    foreach ($root in "$machine\Components", "$current\Installer\UpgradeCodes", "$classes\UpgradeCodes") {
        foreach ($name in @(Find-RegistrySubkey $root $packed)) {
            Save-RegistryValue 'HKLM' "$root\$name" $packed
            Clear-RegistryValue 'HKLM' "$root\$name" $packed
        }
    }
    foreach ($key in "$classes\Features\$packed", "$machine\Products\$packed", "$classes\Products\$packed") {
        Save-RegistryTree 'HKLM' $key
        Clear-RegistryKey 'HKLM' $key
    }
    foreach ($name in $Package.ProductCode, $Package.Key | Select-Object -Unique) {
        Save-RegistryTree 'HKLM' "$current\Uninstall\$name" $Package.View
        Clear-RegistryKey 'HKLM' "$current\Uninstall\$name" $Package.View
    }
}
