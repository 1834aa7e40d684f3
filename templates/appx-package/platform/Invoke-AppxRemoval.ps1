# Removes an app package: of new users, of everyone who has it, of a person (SID), or ('') of the account that runs this.
## "Remove-AppxPackage" (-AllUsers "works off the parent package type": a bundle goes with what it holds; -User takes SIDs only), "Remove-AppxProvisionedPackage".
function Invoke-AppxRemoval([Parameter(Mandatory)] [string] $FullName, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Of) {
    $null = Invoke-PowerShellJob 600 -Argument $FullName, $Of {
        param([string] $FullName, [string] $Of)
        $PID
        $env:PSModulePath = "$PSHOME\Modules"
        $WarningPreference = $ProgressPreference = 'SilentlyContinue'
        if ($Of -eq 'new_users') { return Remove-AppxProvisionedPackage -Online -PackageName $FullName }
        $whose = if ($Of -eq 'everyone') { @{ AllUsers = $true } } elseif ($Of) { @{ User = $Of } } else { @{} }
        Remove-AppxPackage -Package $FullName @whose -WhatIf:$false -Confirm:$false
    }
}
