<#
.SYNOPSIS
    TLS 1.2 baseline: repairs what deviates
.DESCRIPTION
    TLS 1.2 is on for client and server, and .NET Framework programs use it; TLS 1.0 and 1.1 are off.
.NOTES
    Remedy    tls12_baseline 1.0.0
    Target    configmgr.baseline, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/tls12-baseline.remedy, SHA-256 64e0e55adbe45ce76f03ef0fed609fc9e544971db024e1ff4b897247085309f3
    Imports   examples/parts/tls12.remedy, SHA-256 8336234b007c39fc4b0d37a470c87045deb6372cb53c9de67bc5f96ec06500fa
    Parameter legacy_off = true
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'tls12' 'Switch TLS 1.2 on' {
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'tls12.1' 'tls 1.2: client on, server on' {
      Test-Tls -Version '1.2' -Client 'on' -Server 'on'
    } {
      Repair-Tls -Version '1.2' -Client 'on' -Server 'on'
    } -Blocker {
      Find-TlsBlocker -Version '1.2' -Client 'on' -Server 'on'
    }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Confirm-MachineDword 'tls12.2' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 1
    # line 15: ensure registry_value(framework, "SchUseStrongCrypto", view: 32) { data: 1 }
    Confirm-MachineDword 'tls12.3' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto view 32: data 1' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 1 -View 32
    # line 16: ensure registry_value(framework, "SystemDefaultTlsVersions", view: both) { data: 1 }
    Confirm-MachineDword 'tls12.4' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions: data 1' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SystemDefaultTlsVersions' 1
    # line 16: ensure registry_value(framework, "SystemDefaultTlsVersions", view: both) { data: 1 }
    Confirm-MachineDword 'tls12.5' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions view 32: data 1' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SystemDefaultTlsVersions' 1 -View 32
  }
  Step 'legacy' 'Switch TLS 1.0 and 1.1 off' {
    # line 21: ensure tls(protocol) { client: off, server: off }
    Ensure 'legacy.1' 'tls 1.0: client off, server off' {
      Test-Tls -Version '1.0' -Client 'off' -Server 'off'
    } {
      Repair-Tls -Version '1.0' -Client 'off' -Server 'off'
    } -Blocker {
      Find-TlsBlocker -Version '1.0' -Client 'off' -Server 'off'
    }
    # line 21: ensure tls(protocol) { client: off, server: off }
    Ensure 'legacy.2' 'tls 1.1: client off, server off' {
      Test-Tls -Version '1.1' -Client 'off' -Server 'off'
    } {
      Repair-Tls -Version '1.1' -Client 'off' -Server 'off'
    } -Blocker {
      Find-TlsBlocker -Version '1.1' -Client 'off' -Server 'off'
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
# function Get-FolderSddl
# function Get-OwnFolder
# function Get-RegistryValue
# function Get-RsopGpoName
# function Get-RsopRegistrySetting
# function Get-Tick
# function Get-UserSid
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-RegistryAccess
# function Wait-Moment
# function Write-Mark
# function Write-RegistryValue
# function Add-Journal
# function Add-Record
# function Clear-SavedMark
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
# function NeedsRestart
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Write-Note
# function Write-Remark
# function Confirm-MachineDword
# function Find-RegistryBlocker
# function Find-RegistryWriteBlocker
# function Find-TlsBlocker
# function Find-TlsDeviation
# function Format-RegistryCopy
# function Format-RegistryState
# function Get-TlsSetting
# function Repair-Tls
# function Save-RegistryKey
# function Test-RegistryDword
# function Test-Tls
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED tls12_baseline 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'tls12_baseline'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'TLS 1.2 baseline'; Role = 'remediate'; Target = 'configmgr.baseline'
    State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\tls12_baseline"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = 'ae410371ceda4219de48b011f648008962a85b3e1574128ded8a311f2aa12a98'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Item = ''
    Halt = ''; Restart = ''; RestartNeeded = $false; Records = [Collections.Generic.List[object]]::new()
    Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Session = @{}; Failed = 0; Rest = ''; Due = @(); Journal = ''; Noted = 0
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
