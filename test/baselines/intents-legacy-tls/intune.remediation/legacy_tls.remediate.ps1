<#
.SYNOPSIS
    TLS 1.0 and TLS 1.1 are off: repairs what deviates
.DESCRIPTION
    TLS 1.0 and TLS 1.1 are off, for the connections that this machine opens and for those that it accepts. Other versions stay as they are.
.NOTES
    Remedy    legacy_tls 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/legacy-tls.remedy, SHA-256 8791a5fb68f2a54e13f190e0402f739e1ed378ac11202e49fc7b47378daaf91a
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'legacy' 'Old versions of TLS' {
    # line 8: ensure tls("1.0") { client: off, server: off }
    Ensure 'legacy.1' 'tls 1.0: client off, server off' {
      Test-Tls -Version '1.0' -Client 'off' -Server 'off'
    } {
      Repair-Tls -Version '1.0' -Client 'off' -Server 'off'
    } -Blocker {
      Find-TlsBlocker -Version '1.0' -Client 'off' -Server 'off'
    }
    # line 9: ensure tls("1.1") { client: off, server: off }
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
# function Write-ErrorText
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
# function Find-RegistryBlocker
# function Find-RegistryWriteBlocker
# function Find-TlsBlocker
# function Find-TlsDeviation
# function Format-RegistryCopy
# function Format-RegistryState
# function Get-TlsSetting
# function Repair-Tls
# function Save-RegistryKey
# function Test-Tls
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED legacy_tls 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'legacy_tls'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'TLS 1.0 and TLS 1.1 are off'; Role = 'remediate'; Target = 'intune.remediation'
    State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\legacy_tls"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
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
