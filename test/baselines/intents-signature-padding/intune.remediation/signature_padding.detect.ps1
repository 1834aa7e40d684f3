<#
.SYNOPSIS
    Signatures are checked strictly (EnableCertPaddingCheck): tells whether it is needed, changes nothing
.DESCRIPTION
    Windows checks the padding of Authenticode signatures strictly (CVE-2013-3900; Microsoft Security Advisory 2915720), for 64-bit and for 32-bit programs.
.NOTES
    Remedy    signature_padding 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/signature-padding.remedy, SHA-256 05fcc0ee583338fd0345abce2b9b2c5ded734bf798566bc533f5e406b064e2cb
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'padding' 'Strict signature checks' {
    # line 9: ensure registry_value('HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config', "EnableCertPaddingCheck", view: both) {...
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config EnableCertPaddingCheck: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 1
    }
    # line 9: ensure registry_value('HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config', "EnableCertPaddingCheck", view: both) {...
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config EnableCertPaddingCheck view 32: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 1 -View 32
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
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
# function Format-RegistryState
# function Test-RegistryDword
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED signature_padding 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'signature_padding'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
