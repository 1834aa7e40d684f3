<#
.SYNOPSIS
    Support information: tells whether a device is one that it is for, changes nothing
.DESCRIPTION
    What people see of the support that helps them: name, telephone and page in Windows' own "About", and a shortcut on everybody's desktop. As an app it can be
    assigned, offered in the Company Portal, and taken away again.
.NOTES
    Remedy    support_information 1.0.0
    Publisher Contoso
    Target    configmgr.application, requirement
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/support-information.remedy, SHA-256 dbf0e38cee5a81ddc93a7efcfb9c0b595cfdaedc8463a12f35a201ebb27923ec
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $Remedy.Answer = Measure-Condition { (Read-OsBuild) -ge 19045 }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-RegistryValue
# function Open-RegistryKey
# function Test-Elevation
# function Complete-Remedy
# function ConvertTo-Line
# function Get-FailureText
# function Measure-Condition
# function Write-Answer
# function Write-Note
# function Read-OsBuild
# function Read-SystemValue
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
