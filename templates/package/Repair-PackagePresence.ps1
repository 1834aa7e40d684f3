# Installs a package from its verified source; one that lacks what it provides is repaired.
## Installs a package from its verified source. One that is registered without what it provides is installed over, and then repaired.
function Repair-PackagePresence {
    param(
        [scriptblock] $Where, [string] $Source, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256,
        [Collections.IDictionary] $Provides = @{}, [int[]] $SuccessCodes, [timespan] $Timeout = [timespan]'00:30:00'
    )
    $before = @(Find-PackageEntry $Where)
    $setup = @{ Source = $Source; Arguments = $Arguments; SignedBy = $SignedBy; Sha256 = $Sha256; SuccessCodes = $SuccessCodes; Timeout = $Timeout }
    Install-SetupFile @setup
    # an installer skips what is registered already: what it provides and is still missing needs a repair of the product
    if ($before.Count -gt 0 -and @($Provides.Keys | Where-Object { -not (& $Provides[$_]) }).Count -gt 0) { Install-SetupFile @setup -Again }
}
