# Says why a package cannot be removed, or nothing: there is no silent way.
function Find-PackageAbsenceBlocker([scriptblock] $Where, [string[]] $RemoveArguments) {
    foreach ($package in @(Select-Package $Where)) {
        if ($package.Installer -ne 'msi' -and -not $package.QuietUninstallCommand -and ($null -eq $RemoveArguments -or -not $package.UninstallCommand)) {
            return "$(ConvertTo-Line $package.Name) has no silent uninstall command, give remove_arguments"
        }
    }
}
