<#
.SYNOPSIS
    Tells whether registry values are as they should be; changes nothing. What a careful engineer writes by hand for Intune.
#>
#Requires -Version 5.1
[CmdletBinding()]
param()
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# The values that should be there, all DWORD: path below HKLM, name, number.
$wanted = @(
#wanted
)

function Test-Value([string] $Path, [string] $Name, [int] $Data) {
    $key = Open-RegistryKey 'HKLM' $Path
    $value = if ($null -ne $key) { try { $key.GetValue($Name) } finally { $key.Dispose() } }
    if ($null -eq $value) { "HKLM\$Path\$Name is missing" }
    elseif ($value -isnot [int] -or $value -ne $Data) { "HKLM\$Path\$Name is $value, it should be $Data" }
}

#platform
try {
    $wrong = @(foreach ($one in $wanted) { Test-Value $one[0] $one[1] $one[2] })
    if ($wrong.Count -eq 0) { Write-Output "Compliant: $($wanted.Count) values"; exit 0 }
    Write-Output "Not compliant: $($wrong -join '; ')"
    exit 1
}
catch {
    Write-Output "Cannot be read: $($_.Exception.Message)"
    exit 1
}
