<#
.SYNOPSIS
    TLS 1.2 baseline: tells whether it is needed, changes nothing
.DESCRIPTION
    TLS 1.2 is on for client and server, and .NET Framework programs use it; TLS 1.0 and 1.1 are off.
.NOTES
    Remedy    tls12_baseline 1.0.0
    Target    configmgr.baseline, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/tls12-baseline.remedy, SHA-256 64e0e55adbe45ce76f03ef0fed609fc9e544971db024e1ff4b897247085309f3
    Imports   examples/parts/tls12.remedy, SHA-256 8336234b007c39fc4b0d37a470c87045deb6372cb53c9de67bc5f96ec06500fa
    Parameter legacy_off = true
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'tls12' 'Switch TLS 1.2 on' {
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'tls 1.2: client on, server on' { Test-Tls -Version '1.2' -Client 'on' -Server 'on' }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 1
    }
    # line 15: ensure registry_value(framework, "SchUseStrongCrypto", view: 32) { data: 1 }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto view 32: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 1 -View 32
    }
    # line 16: ensure registry_value(framework, "SystemDefaultTlsVersions", view: both) { data: 1 }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SystemDefaultTlsVersions' 1
    }
    # line 16: ensure registry_value(framework, "SystemDefaultTlsVersions", view: both) { data: 1 }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions view 32: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SystemDefaultTlsVersions' 1 -View 32
    }
  }
  Step 'legacy' 'Switch TLS 1.0 and 1.1 off' {
    # line 21: ensure tls(protocol) { client: off, server: off }
    Ensure 'tls 1.0: client off, server off' { Test-Tls -Version '1.0' -Client 'off' -Server 'off' }
    # line 21: ensure tls(protocol) { client: off, server: off }
    Ensure 'tls 1.1: client off, server off' { Test-Tls -Version '1.1' -Client 'off' -Server 'off' }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
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
# function Write-Note
# function Format-RegistryState
# function Get-TlsSetting
# function Test-RegistryDword
# function Test-Tls
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'Blocked'
  exit 0
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Tokens = @{ COMPLIANT = 'Compliant'; NONCOMPLIANT = 'NonCompliant'; BLOCKED = 'Blocked'; FAILED = 'Failed' }; Step = ''; Checks = 0; Blocked = @()
    Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
