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
    Source    examples/intents/remove-support-assist.remedy, SHA-256 486c3a4cbc553e8284edea58841264ef5fab7864b73560c77ef5a7043e99ccb4
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'remove' 'Dell SupportAssist' {
    # line 9: ensure package("Dell SupportAssist") absent { remove_arguments: ["/arp", "/S", "/norestart"] }
    Ensure 'package Dell SupportAssist is absent' { Test-PackageAbsence -Where { Test-Text $_.DisplayName 'Dell SupportAssist' -IgnoreCase } }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-UninstallEntry
# function Get-RegistryValue
# function Get-Tick
# function Open-RegistryKey
# function Test-Elevation
# function Add-Finding
# function Complete-Remedy
# function Confirm-Elevation
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Get-LastRunText
# function Step
# function Test-Text
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
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'remove_support_assist'; Version = '1.0.0'; Started = Get-Tick; Step = ''; Checks = 0; Blocked = @(); Deviating = @(); Due = @()
    Remarks = @()
  }
  Confirm-Elevation
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))" } catch { exit 1 }
}
#endregion
