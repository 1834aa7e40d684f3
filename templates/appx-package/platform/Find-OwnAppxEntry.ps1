# The app packages of the account that runs this, who may have no administrator's rights.
## "Get-AppxPackage": without -AllUsers those of the current user.
function Find-OwnAppxEntry {
    Invoke-PowerShellJob 300 {
        $PID
        $env:PSModulePath = "$PSHOME\Modules"
        $WarningPreference = $ProgressPreference = 'SilentlyContinue'
        $own = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
        foreach ($one in Get-AppxPackage -PackageTypeFilter Main, Bundle, Framework) {
            $kind = if ($one.IsFramework) { 'framework' } elseif ($one.IsBundle) { 'bundle' } else { 'main' }
            [pscustomobject]@{ Name = $one.Name; FullName = $one.PackageFullName; Kind = $kind; Users = $own; Fixed = $one.NonRemovable -or "$($one.SignatureKind)" -eq 'System' }
        }
    }
}
