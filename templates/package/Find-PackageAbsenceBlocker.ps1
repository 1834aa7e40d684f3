# Why a package cannot be removed.
## Says why a package cannot be removed, or nothing: there is no silent way, or its program may not be run.
function Find-PackageAbsenceBlocker([scriptblock] $Where, [string[]] $RemoveArguments, [string] $SignedBy) {
    foreach ($package in @(Select-Package $Where)) {
        if ($package.Installer -eq 'msi') { continue }
        try { $null = Get-RemovalCommand $package $RemoveArguments $SignedBy } catch { return Get-FailureText $_ }
    }
}
