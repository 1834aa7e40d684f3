# Says why a package cannot be removed, or nothing.
## Says why a package cannot be removed, or nothing: there is no silent way, or its program may not be run.
function Find-PackageAbsenceBlocker([scriptblock] $Where, [string[]] $RemoveArguments, [string] $SignedBy) {
    foreach ($package in @(Select-Package $Where)) {
        if ($package.Installer -eq 'msi') { continue }
        try { $null = Get-RemovalCommand -Package $package -RemoveArguments $RemoveArguments -SignedBy $SignedBy } catch { return Get-FailureText -Failure $_ }
    }
}
