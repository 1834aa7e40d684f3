# Installs a package; one that lacks what it provides is repaired.
## Installs a package from its verified source. One that is registered without what it provides is installed over, and then repaired.
function Repair-PackagePresence {
    param(
        [scriptblock] $Where, [string] $Source, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256,
        #remedyc:only Package.Url
        [string] $Url = '',
        #remedyc:end
        [Collections.IDictionary] $Provides = @{}, [int[]] $SuccessCodes, [timespan] $Timeout = [timespan]'00:30:00'
    )
    #remedyc:only Package.Url
    if ($Url -ne '') {
        $given = @{} + $PSBoundParameters
        $given.Remove('Url')
        return Use-Download $Url $Sha256 { param($Copy) Repair-PackagePresence @given -Source $Copy }
    }
    #remedyc:end
    $before = @(Find-PackageEntry $Where)
    $setup = @{ Source = $Source; Arguments = $Arguments; SignedBy = $SignedBy; Sha256 = $Sha256; SuccessCodes = $SuccessCodes; Timeout = $Timeout }
    Install-SetupFile @setup
    # an installer skips what is registered already: what it provides and is still missing needs a repair of the product
    if ($before.Count -gt 0 -and @($Provides.Keys | Where-Object { -not (& $Provides[$_]) }).Count -gt 0) { Install-SetupFile @setup -Again }
}
