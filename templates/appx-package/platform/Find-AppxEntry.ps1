# All app packages, with the SIDs of those who have them, and what new users get.
## "Get-AppxPackage" (module Appx), "Get-AppxProvisionedPackage" (module Dism). Only -AllUsers fills PackageUserInformation, of which InstallState is Installed, Staged (its files alone) or
## Installed(pending removal). NonRemovable came with Windows 10 1809.
function Find-AppxEntry {
    Invoke-PowerShellJob 300 {
        $PID
        $env:PSModulePath = "$PSHOME\Modules"
        $WarningPreference = $ProgressPreference = 'SilentlyContinue'
        foreach ($one in Get-AppxPackage -AllUsers -PackageTypeFilter Main, Bundle, Framework) {
            $kind = if ($one.IsFramework) { 'framework' } elseif ($one.IsBundle) { 'bundle' } else { 'main' }
            $users = foreach ($user in $one.PackageUserInformation) { if ("$($user.InstallState)" -eq 'Installed') { $user.UserSecurityId.Sid } }
            [pscustomobject]@{ Name = $one.Name; FullName = $one.PackageFullName; Kind = $kind; Users = "$users"; Fixed = $one.NonRemovable -or "$($one.SignatureKind)" -eq 'System' }
        }
        foreach ($one in Get-AppxProvisionedPackage -Online) {
            [pscustomobject]@{ Name = $one.DisplayName; FullName = $one.PackageName; Kind = 'provisioned'; Users = ''; Fixed = $false }
        }
    }
}
