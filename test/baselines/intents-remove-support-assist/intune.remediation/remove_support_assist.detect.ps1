<#
.SYNOPSIS
    Dell SupportAssist is not installed: tells whether it is needed, changes nothing
.DESCRIPTION
    Dell SupportAssist is gone, whichever way it was installed. Products with longer names ("Dell SupportAssist Remediation") stay.
.NOTES
    Remedy    remove_support_assist 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/remove-support-assist.remedy, SHA-256 637eed9cf79d5b9357aa8e7c5e46716365ffd8ecf0b1926d1e79c81d70374bee
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'remove' 'Dell SupportAssist' {
    # line 9: ensure package("Dell SupportAssist") absent { remove_arguments: ["/arp", "/S", "/norestart"] }
    Ensure 'package Dell SupportAssist is absent' { Test-PackageAbsence -Where { 'Dell SupportAssist'.Equals($_.DisplayName, 'OrdinalIgnoreCase') } }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-UninstallEntry
# function Get-Clock
# function Get-RegistryValue
# function Open-RegistryKey
# function Test-Elevation
# function Add-Finding
# function Complete-Remedy
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Write-Answer
# function Write-Remark
# function ConvertTo-PackageVersion
# function Find-PackageEntry
# function Format-PackageList
# function Read-EntryValue
# function Read-EntryVersion
# function Test-PackageAbsence
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED remove_support_assist 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'remove_support_assist'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @(); Remarks = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
