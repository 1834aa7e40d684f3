# Takes away what a product has in the registry: its own keys, and its values in those in which Windows Installer notes several products (SHARED_KEY of src/simulator/products.ts).
function Clear-ProductKey {
    param([object] $Product)
    foreach ($path in @($Product.registry.PSBase.Keys)) {
        if ($path -notmatch '\\Installer\\(?:UserData\\S-1-5-18\\Components|UpgradeCodes)\\') { Clear-KeyRow -Key $path }
        elseif ($global:Windows.registry.Contains($path)) {
            $values = $global:Windows.registry[$path]['values']
            foreach ($name in @($Product.registry[$path]['values'].PSBase.Keys)) { $values.Remove($name) }
            if ($values.Count -eq 0) { Clear-KeyRow -Key $path }
        }
    }
}
