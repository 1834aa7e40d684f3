<#
.SYNOPSIS
    Signatures are checked strictly (EnableCertPaddingCheck): repairs what deviates
.DESCRIPTION
    Windows checks the padding of Authenticode signatures strictly (CVE-2013-3900; Microsoft Security Advisory 2915720), for 64-bit and for 32-bit programs.
.NOTES
    Remedy    signature_padding 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/signature-padding.remedy, SHA-256 05fcc0ee583338fd0345abce2b9b2c5ded734bf798566bc533f5e406b064e2cb
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'padding' 'Strict signature checks' {
    # line 9: ensure registry_value('HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config', "EnableCertPaddingCheck", view: both) {...
    Ensure 'padding.1' 'registry value HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config EnableCertPaddingCheck: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 1
    } {
      Write-RegistryData 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 'DWord' 1
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 'DWord 1'
    }
    # line 9: ensure registry_value('HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config', "EnableCertPaddingCheck", view: both) {...
    Ensure 'padding.2' 'registry value HKLM\SOFTWARE\Microsoft\Cryptography\Wintrust\Config EnableCertPaddingCheck view 32: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 1 -View 32
    } {
      Write-RegistryData 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 'DWord' 1 -View 32
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SOFTWARE\Microsoft\Cryptography\Wintrust\Config' 'EnableCertPaddingCheck' 'DWord 1' -View 32
    }
    # line 10: reboot when changed
    Reboot 'padding.3' 'changed' { Test-Changed 'padding.3' }
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
# function Measure-Condition
# function Reboot
# function Request-Restart
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Changed
# function Write-Note
# function Write-Remark
# function Find-RegistryBlocker
# function Find-RegistryWriteBlocker
# function Format-RegistryCopy
# function Format-RegistryState
# function Save-RegistryKey
# function Test-RegistryDword
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED signature_padding 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'signature_padding'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'Signatures are checked strictly (EnableCertPaddingCheck)'
    Role = 'remediate'; Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\signature_padding"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Items = @('padding.1', 'padding.2', 'padding.3'); Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }
    Cmdlet = $PSCmdlet; Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''
    Halt = ''; Armed = $null; RestartNeeded = $false; Records = [Collections.Generic.List[object]]::new()
    Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Session = @{}; Failed = 0; Rest = ''; Journal = ''; Noted = 0
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
