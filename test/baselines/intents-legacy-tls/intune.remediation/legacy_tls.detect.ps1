<#
.SYNOPSIS
    TLS 1.0 and TLS 1.1 are off: tells whether it is needed, changes nothing
.DESCRIPTION
    TLS 1.0 and TLS 1.1 are off, for the connections that this machine opens and for those that it accepts. Other versions stay as they are.
.NOTES
    Remedy    legacy_tls 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/legacy-tls.remedy, SHA-256 8791a5fb68f2a54e13f190e0402f739e1ed378ac11202e49fc7b47378daaf91a
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'legacy' 'Old versions of TLS' {
    # line 8: ensure tls("1.0") { client: off, server: off }
    Ensure 'tls 1.0: client off, server off' { Test-Tls -Version '1.0' -Client 'off' -Server 'off' }
    # line 9: ensure tls("1.1") { client: off, server: off }
    Ensure 'tls 1.1: client off, server off' { Test-Tls -Version '1.1' -Client 'off' -Server 'off' }
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
# function Get-TlsSetting
# function Test-Tls
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED legacy_tls 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'legacy_tls'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
