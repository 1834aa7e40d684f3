# Verdict on a package: at least one is installed and everything that it provides is there, or (Absent) none is left.
# Matching: what Where asks for, in words. Provides: identity -> block that tells whether it is there. Blocked: what is to be removed has no silent way; what is to be installed has no source, or
# one that is missing, not signed or not hashed as the remedy says, or in a folder in which others than administrators may write.
function Test-Package {
    [CmdletBinding()]
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
        [Collections.IDictionary] $Provides = @{},
        [string] $Source = '',
        [string] $SignedBy = '',
        [string] $Sha256 = '',
        [string[]] $RemoveArguments
    )
    $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
    #remedyc:only Package.UpgradeCode
    $key['UpgradeCode'] = $UpgradeCode
    #remedyc:end
    $found = @(Select-Package @key)
    if ($Absent) {
        if ($found.Count -eq 0) { return Holds }
        $why = "installed: $(Format-PackageList -Package $found)"
        foreach ($package in $found) {
            if ($package.Installer -ne 'msi' -and -not $package.QuietUninstallCommand -and ($null -eq $RemoveArguments -or -not $package.UninstallCommand)) {
                return Blocked "$why; $(ConvertTo-Line $package.Name) has no silent uninstall command, give remove_arguments"
            }
        }
        return Deviates $why
    }
    if ($found.Count -eq 0) {
        $label = @(
            $Name
            $ProductCode
            #remedyc:only Package.UpgradeCode
            if ($UpgradeCode -ne '') { "with upgrade code $UpgradeCode" }
            #remedyc:end
            if ($Matching -ne '') { "whose $Matching" }
        ) -ne '' -join ' '
        $why = "no package $label is installed"
    }
    else {
        $missing = @(foreach ($identity in $Provides.Keys) { if (-not (& $Provides[$identity])) { [string]$identity } })
        if ($missing.Count -eq 0) { return Holds }
        $why = "installed: $(Format-PackageList -Package $found), without $($missing -join ', ')"
    }
    if ($Source -eq '') { return Blocked "$why; the remedy names no source to install it from" }
    $blocker = Find-SourceBlocker -Path $Source -SignedBy $SignedBy -Sha256 $Sha256
    if ($blocker) { return Blocked "$why; $blocker" }
    Deviates $why
}
