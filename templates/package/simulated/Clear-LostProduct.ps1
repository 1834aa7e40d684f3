# Windows Installer knows a product by its key below Classes\Installer\Products: one whose key somebody has deleted is not installed any more, whatever lies on the disk.
function Clear-LostProduct {
    $products = $global:Windows.products
    foreach ($key in @($products.PSBase.Keys)) {
        if ($products[$key].kind -ne 'msi') { continue }
        $own = @($products[$key].registry.PSBase.Keys | Where-Object { $_ -like 'HKLM\SOFTWARE\Classes\Installer\Products\*' })
        if ($own.Count -gt 0 -and -not $global:Windows.registry.Contains($own[0])) {
            Add-Story "$($products[$key].name) is forgotten"
            $products.Remove($key)
        }
    }
}
