<#
.SYNOPSIS
    Tells whether services run; changes nothing. What a careful engineer writes by hand for Intune.
#>
#Requires -Version 5.1
[CmdletBinding()]
param()
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

#platform
try {
    $wrong = @(foreach ($name in @(
#wanted
            )) {
            $service = Get-ServiceState $name
            if ($null -eq $service) { "service $name is not installed" } elseif ($service.State -ne 'running') { "service $name is $($service.State)" }
        })
    if ($wrong.Count -eq 0) { Write-Output 'Compliant: all services run'; exit 0 }
    Write-Output "Not compliant: $($wrong -join '; ')"
    exit 1
}
catch {
    Write-Output "Cannot be read: $($_.Exception.Message)"
    exit 1
}
