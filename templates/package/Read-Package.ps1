# Reads one property of a package; $null when none is installed, exists: at least one. Throws when several match, since it would not be known which is meant.
function Read-Package {
    param(
        [string] $Name = '',
        [string] $ProductCode = '',
        #remedyc:only Package.UpgradeCode
        [string] $UpgradeCode = '',
        #remedyc:end
        [scriptblock] $Where,
        [pscustomobject] $Entry,
        [string] $Property
    )
    $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
    #remedyc:only Package.UpgradeCode
    $key['UpgradeCode'] = $UpgradeCode
    #remedyc:end
    $found = @(Select-Package @key)
    if ($Property -eq 'exists') { return $found.Count -gt 0 }
    if ($found.Count -eq 0) { return }
    if ($found.Count -gt 1) { throw "matches several: $(Format-PackageList -Package $found)" }
    $found[0].$($Property -replace '_', '')
}
