# Removes a product as its uninstaller does: a bundle's chain first, last one first; a service stays while another product has it too. Gives a Win32 code.
function Uninstall-Product {
    param(
        [string] $Key,
        [System.Collections.Generic.List[string]] $Log
    )
    $machine = $global:Windows
    $product = $machine.products[$Key]
    if ($null -eq $product) { return 1605 }
    $ends = [int]$product.removal.exitCode
    if ($ends -eq 0 -and $product.cachedPackage -ne '' -and -not $machine.files.Contains($product.cachedPackage)) {
        $Log.Add('MSI (s) (A4:10): Note: 1: 1612 2:  3: ' + $product.cachedPackage)
        $ends = 1612
    }
    if ($ends -notin 0, 3010, 1641) {
        foreach ($line in @($product.removal.log)) { $Log.Add([string]$line) }
        $Log.Add("MSI (s) (A4:10): MainEngineThread is returning $ends")
        return $ends
    }
    $chain = @($product.chain.PSBase.Keys)
    [array]::Reverse($chain)
    foreach ($part in $chain) {
        $code = Uninstall-Product -Key $part -Log $Log
        if ($code -in 3010, 1641) { $ends = 3010 }
        elseif ($code -notin 0, 1605) { return $code }
    }
    $machine.products.Remove($Key)
    foreach ($name in @($product.services.PSBase.Keys)) {
        $others = @(foreach ($other in $machine.products.PSBase.Keys) { if ($machine.products[$other].services.Contains($name)) { $other } })
        if ($others.Count -gt 0 -or -not $machine.services.Contains($name)) { continue }
        if ($machine.services[$name].state -ne 'stopped' -and $machine.services[$name].stop -ne 'hangs') { Reset-Service -Name $name -ExitCode 0 }
        if ($machine.services.Contains($name)) { $null = Clear-Service -Name $name }
    }
    Clear-ProductKey -Product $product
    foreach ($path in @($product.files.PSBase.Keys)) { $machine.files.Remove($path) }
    foreach ($path in @($product.folders.PSBase.Keys)) {
        if (@(Find-EntryBelow -Path $path).Count -eq 0) { $machine.folders.Remove($path) }
    }
    Add-Story "$($product.name) is removed"
    $ends
}
