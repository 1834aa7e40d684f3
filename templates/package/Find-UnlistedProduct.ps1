# Gives the products that Windows Installer knows without an uninstall entry, as such entries.
## Gives the products of the machine that Windows Installer knows and whose codes are not among the uninstall entries, as such entries; what is not registered is $null.
## Windows Installer knows a product by its key here, and removes it by its code with or without an entry: setups may write none, and people delete them.
function Find-UnlistedProduct([string[]] $Listed) {
    $root = 'SOFTWARE\Classes\Installer\Products'
    foreach ($packed in @(Get-RegistrySubkey 'HKLM' $root)) {
        if ($packed -notmatch '^[0-9A-F]{32}\z') { continue }
        $code = ConvertFrom-PackedGuid $packed
        if ($Listed -contains $code) { continue }
        $own = "SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UserData\S-1-5-18\Products\$packed\InstallProperties"
        $version = Read-SystemValue $own 'DisplayVersion'
        if (-not $version) {
            # 0xMMmmbbbb
            $number = Read-SystemValue "$root\$packed" 'Version'
            if ($number -is [int]) { $version = '{0}.{1}.{2}' -f (($number -shr 24) -band 255), (($number -shr 16) -band 255), ($number -band 65535) }
        }
        [pscustomobject]@{
            Key = $code; View = 64; Unreadable = ''; DisplayName = Read-SystemValue "$root\$packed" 'ProductName'; DisplayVersion = $version
            Publisher = Read-SystemValue $own 'Publisher'; InstallLocation = Read-SystemValue $own 'InstallLocation'
            UninstallString = $null; QuietUninstallString = $null; WindowsInstaller = '1'; BundleCachePath = $null; BundleUpgradeCode = $null
        }
    }
}
