# Notes a product as installed: its keys, files and folders are there.
function Register-Product {
    param(
        [string] $Key,
        [object] $Product
    )
    foreach ($path in $Product.registry.PSBase.Keys) {
        $row = Add-KeyRow -Key $path
        $values = $Product.registry[$path]['values']
        foreach ($name in $values.PSBase.Keys) { $row['values'][$name] = Copy-Table -Value $values[$name] }
    }
    foreach ($path in $Product.folders.PSBase.Keys) { Add-FolderRow -Path $path }
    foreach ($path in $Product.files.PSBase.Keys) {
        Add-FolderRow -Path (Get-ParentPath -Path $path)
        $row = Copy-Table -Value $Product.files[$path]
        $row['written'] = [long]$global:Windows.clock.now
        $global:Windows.files[$path] = $row
    }
    $global:Windows.products[$Key] = Copy-Table -Value $Product
    Add-Story "$($Product.name) is installed"
}
