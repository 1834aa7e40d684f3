<#
.SYNOPSIS
    Microsoft Defender reports to the cloud and sends all samples: tells whether it is needed, changes nothing
.DESCRIPTION
    Microsoft Defender Antivirus reports to the cloud service at the advanced level and sends all samples.
.NOTES
    Remedy    cloud_delivered_protection 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/cloud-delivered-protection.remedy, SHA-256 9abed241ea09155f2225a99cb0c70079d0db22546ae8444a43f383ede0b86ee4
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'cloud' 'Cloud-delivered protection' {
    # line 8: ensure defender { cloud_protection: advanced, sample_submission: all }
    Ensure 'defender: cloud protection advanced, sample submission all' { Test-Defender -CloudProtection 'advanced' -SampleSubmission 'all' }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-Clock
# function Get-DefenderInstance
# function Get-RegistryValue
# function Open-RegistryKey
# function Test-Elevation
# function Add-Finding
# function Complete-Remedy
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Test-Text
# function Write-Answer
# function ConvertFrom-DefenderPreference
# function Find-DefenderDeviation
# function Get-DefenderSetting
# function Test-Defender
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED cloud_delivered_protection 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'cloud_delivered_protection'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
