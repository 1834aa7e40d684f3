<#
.SYNOPSIS
    What older versions of Contoso Product left in the registry: tells whether it is needed, changes nothing
.DESCRIPTION
    Only what an older version left goes. Where the key itself is missing there is nothing to do, and it is not made.
.NOTES
    Remedy    registry_leftovers 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/registry-values.remedy, SHA-256 55055372d71ab304963bc46af8a17e4f25530174e644821c471b3716c4b8353f
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'leftovers' 'Values of older versions' {
    # line 28: ensure old absent
    Ensure 'registry value HKLM\SOFTWARE\Contoso\Product OldKey is absent' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Contoso\Product' -Name 'OldKey' -Absent
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
# function Test-Text
# function Write-Answer
# function ConvertTo-RegistryData
# function Format-RegistryData
# function Format-RegistryFinding
# function Format-RegistryName
# function Read-RegistryEntry
# function Split-RegistryKey
# function Test-RegistryData
# function Test-RegistryValue
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED registry_leftovers 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'registry_leftovers'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
