# Says why a package cannot be installed (no source, or one that may not be run) or (Absent) removed (no silent way, or a program that may not be run), or nothing.
function Find-PackageBlocker {
    param(
        [string] $Name = '',
        [string] $ProductCode = '',
        #remedyc:only Package.UpgradeCode
        [string] $UpgradeCode = '',
        #remedyc:end
        [scriptblock] $Where,
        [pscustomobject] $Entry,
        [switch] $Absent,
        [string] $Source = '',
        [string] $SignedBy = '',
        [string] $Sha256 = '',
        [string[]] $RemoveArguments
    )
    if (-not $Absent) {
        if ($Source -eq '') { return 'the remedy names no source to install it from' }
        return Find-SourceBlocker -Path $Source -SignedBy $SignedBy -Sha256 $Sha256
    }
    $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
    #remedyc:only Package.UpgradeCode
    $key['UpgradeCode'] = $UpgradeCode
    #remedyc:end
    foreach ($package in @(Select-Package @key)) {
        if ($package.Installer -eq 'msi') { continue }
        try { $null = Get-RemovalCommand -Package $package -RemoveArguments $RemoveArguments -SignedBy $SignedBy } catch { return Get-FailureText -Failure $_ }
    }
}
