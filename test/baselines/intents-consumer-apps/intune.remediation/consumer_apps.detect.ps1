<#
.SYNOPSIS
    Consumer apps are neither installed nor provisioned: tells whether it is needed, changes nothing
.DESCRIPTION
    The apps of a list are gone for everybody, and do not come for those who sign in for the first time.
.NOTES
    Remedy    consumer_apps 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/consumer-apps.remedy, SHA-256 1d93d43a7007587943978945fa1b7a692f9e41f9f819c0affb533ad181da6a7f
    Parameter apps = [Microsoft.BingWeather, Microsoft.ZuneMusic, Microsoft.XboxApp]
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'remove' 'Consumer apps' {
    # line 12: ensure appx_package(app) absent
    Ensure 'appx package Microsoft.BingWeather is absent' { Test-AppxPackageAbsence -Name 'Microsoft.BingWeather' }
    # line 12: ensure appx_package(app) absent
    Ensure 'appx package Microsoft.ZuneMusic is absent' { Test-AppxPackageAbsence -Name 'Microsoft.ZuneMusic' }
    # line 12: ensure appx_package(app) absent
    Ensure 'appx package Microsoft.XboxApp is absent' { Test-AppxPackageAbsence -Name 'Microsoft.XboxApp' }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-AppxEntry
# function Get-Clock
# function Get-RegistryValue
# function Invoke-PowerShellJob
# function Invoke-WidePowerShell
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Add-Finding
# function Complete-Remedy
# function Confirm-Bitness
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Test-Text
# function Write-Answer
# function Select-AppxEntry
# function Test-AppxPackageAbsence
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED consumer_apps 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'consumer_apps'; Version = '1.0.0'; Context = 'system'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  Confirm-Bitness
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
