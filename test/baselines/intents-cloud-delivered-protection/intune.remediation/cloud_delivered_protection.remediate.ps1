<#
.SYNOPSIS
    Microsoft Defender reports to the cloud and sends all samples: repairs what deviates
.DESCRIPTION
    Microsoft Defender Antivirus reports to the cloud service at the advanced level and sends all samples.
.NOTES
    Remedy    cloud_delivered_protection 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/cloud-delivered-protection.remedy, SHA-256 9abed241ea09155f2225a99cb0c70079d0db22546ae8444a43f383ede0b86ee4
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'cloud' 'Cloud-delivered protection' {
    # line 8: ensure defender { cloud_protection: advanced, sample_submission: all }
    Ensure 'cloud.1' 'defender: cloud protection advanced, sample submission all' {
      Test-Defender -CloudProtection 'advanced' -SampleSubmission 'all'
    } {
      Repair-Defender -CloudProtection 'advanced' -SampleSubmission 'all'
    } -Blocker {
      Find-DefenderBlocker -CloudProtection 'advanced' -SampleSubmission 'all'
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Find-Mark
# function Get-Clock
# function Get-DefenderInstance
# function Get-FolderSddl
# function Get-OwnFolder
# function Get-RegistryValue
# function Get-Tick
# function Get-UserSid
# function Invoke-DefenderMethod
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Wait-Moment
# function Write-ErrorText
# function Write-Mark
# function Add-Journal
# function Add-Record
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Run
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertTo-Line
# function Ensure
# function Find-Rest
# function Get-ClockText
# function Get-FailureText
# function Initialize-Remedy
# function Join-Reason
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Text
# function Write-Note
# function ConvertFrom-DefenderPreference
# function Find-DefenderBlocker
# function Find-DefenderDeviation
# function Find-DefenderPolicy
# function Get-DefenderSetting
# function Get-DefenderSettingState
# function Get-PathPart
# function Read-DefenderMode
# function Read-DefenderStatus
# function Read-DefenderTamperProtected
# function Read-SystemValue
# function Repair-Defender
# function Test-Defender
# function Wait-Condition
# function Write-DefenderPreference
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED cloud_delivered_protection 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'cloud_delivered_protection'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'Microsoft Defender reports to the cloud and sends all samples'
    Role = 'remediate'; Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\cloud_delivered_protection"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Failed = 0; Rest = ''
    Journal = ''; Noted = 0
  }
  Confirm-Elevation
  Initialize-Remedy
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
