<#
.SYNOPSIS
    The registry settings of Contoso Product: repairs what deviates
.DESCRIPTION
    The settings of a product are in the registry as they must be, and what an older version left there is gone.
.NOTES
    Remedy    registry_values 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/registry-values.remedy, SHA-256 55055372d71ab304963bc46af8a17e4f25530174e644821c471b3716c4b8353f
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'settings' 'Registry settings' {
    # line 15: ensure important { data: 1 }
    Confirm-MachineDword 'settings.1' 'registry value HKLM\SOFTWARE\Contoso\Product ImportantKey: data 1' 'SOFTWARE\Contoso\Product' 'ImportantKey' 1
    # line 16: ensure another { data: "SomeValue" }
    Ensure 'settings.2' 'registry value HKLM\SOFTWARE\Contoso\Product AnotherKey: data SomeValue' {
      Test-RegistryString 'HKLM' 'SOFTWARE\Contoso\Product' 'AnotherKey' 'SomeValue'
    } {
      Write-RegistryData 'HKLM' 'SOFTWARE\Contoso\Product' 'AnotherKey' 'String' 'SomeValue'
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SOFTWARE\Contoso\Product' 'AnotherKey' 'String SomeValue'
    }
    # line 17: ensure old absent
    Ensure 'settings.3' 'registry value HKLM\SOFTWARE\Contoso\Product OldKey is absent' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Contoso\Product' -Name 'OldKey' -Absent
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Contoso\Product' -Name 'OldKey' -Absent
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Contoso\Product' -Name 'OldKey' -Absent
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Clear-RegistryValue
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
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Text
# function Write-Note
# function Confirm-MachineDword
# function ConvertTo-RegistryData
# function Find-RegistryBlocker
# function Find-RegistryValueBlocker
# function Find-RegistryWriteBlocker
# function Format-RegistryCopy
# function Format-RegistryData
# function Format-RegistryFinding
# function Format-RegistryName
# function Format-RegistryState
# function Read-RegistryEntry
# function Repair-RegistryValue
# function Save-RegistryKey
# function Save-RegistryValue
# function Split-RegistryKey
# function Test-RegistryData
# function Test-RegistryDword
# function Test-RegistryString
# function Test-RegistryValue
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED registry_values 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'registry_values'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'The registry settings of Contoso Product'; Role = 'remediate'
    Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\registry_values"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Failed = 0; Rest = ''
    Journal = ''; Noted = 0
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
