<#
.SYNOPSIS
    Consumer apps are neither installed nor provisioned: repairs what deviates
.DESCRIPTION
    The apps of a list are gone for everybody, and do not come for those who sign in for the first time.
.NOTES
    Remedy    consumer_apps 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/consumer-apps.remedy, SHA-256 1d93d43a7007587943978945fa1b7a692f9e41f9f819c0affb533ad181da6a7f
    Parameter apps = [Microsoft.BingWeather, Microsoft.ZuneMusic, Microsoft.XboxApp]
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'remove' 'Consumer apps' {
    # line 12: ensure appx_package(app) absent
    Confirm-AppxAbsence 'remove.1' 'appx package Microsoft.BingWeather is absent' 'Microsoft.BingWeather'
    # line 12: ensure appx_package(app) absent
    Confirm-AppxAbsence 'remove.2' 'appx package Microsoft.ZuneMusic is absent' 'Microsoft.ZuneMusic'
    # line 12: ensure appx_package(app) absent
    Confirm-AppxAbsence 'remove.3' 'appx package Microsoft.XboxApp is absent' 'Microsoft.XboxApp'
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Find-AppxEntry
# function Find-Mark
# function Get-Clock
# function Get-FolderSddl
# function Get-OwnFolder
# function Get-Tick
# function Get-UserSid
# function Invoke-AppxRemoval
# function Invoke-PowerShellJob
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Wait-Moment
# function Write-ErrorText
# function Write-Mark
# function Add-Journal
# function Add-Record
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Run
# function Confirm-Bitness
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertTo-Line
# function Ensure
# function Find-Rest
# function Get-ClockText
# function Get-FailureText
# function Get-RestartArgument
# function Initialize-Remedy
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Text
# function Write-Note
# function Confirm-AppxAbsence
# function Find-AppxPackageAbsenceBlocker
# function Get-AppxFailure
# function Repair-AppxPackageAbsence
# function Select-AppxEntry
# function Test-AppxPackageAbsence
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED consumer_apps 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  Write-Error $line -ErrorAction Continue
  Write-Output $line
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'consumer_apps'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Title = 'Consumer apps are neither installed nor provisioned'
    Role = 'remediate'; Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\consumer_apps"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = 'b1bbdf00064fb7e781141ebca9f90439c1a3e92a7b8eb7b0cb9b997866b39cfb'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Outcomes = [ordered]@{}; Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}
    Failed = 0; Rest = ''; Acting = $false; Journal = ''; Noted = 0
  }
  Confirm-Bitness
  Confirm-Elevation
  Initialize-Remedy
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
