# Tests a package: gives nothing where at least one is installed and everything that it provides is there, or (Absent) none is left, else the reason.
# Matching: what Where asks for, in words. Provides: identity -> block that tells whether it is there.
function Test-Package {
    param(
        [string] $Name = '',
        [string] $ProductCode = '',
        #remedyc:only Package.UpgradeCode
        [string] $UpgradeCode = '',
        #remedyc:end
        [scriptblock] $Where,
        [string] $Matching = '',
        [pscustomobject] $Entry,
        [switch] $Absent,
        [Collections.IDictionary] $Provides = @{}
    )
    $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
    #remedyc:only Package.UpgradeCode
    $key['UpgradeCode'] = $UpgradeCode
    #remedyc:end
    $found = @(Select-Package @key)
    if ($found.Count -eq 0) {
        if ($Absent) { return }
        $label = @(
            $Name
            $ProductCode
            #remedyc:only Package.UpgradeCode
            if ($UpgradeCode -ne '') { "with upgrade code $UpgradeCode" }
            #remedyc:end
            if ($Matching -ne '') { "whose $Matching" }
        ) -ne '' -join ' '
        return "no package $label is installed"
    }
    $why = "installed: $(Format-PackageList -Package $found)"
    if ($Absent) { return $why }
    $missing = @(foreach ($identity in $Provides.Keys) { if (-not (& $Provides[$identity])) { [string]$identity } })
    if ($missing.Count -gt 0) { "$why, without $($missing -join ', ')" }
}
