<#
.SYNOPSIS
    Office telemetry is off for everybody: repairs what deviates
.DESCRIPTION
    Office sends no telemetry, for each person who has a profile on the machine. Runs as SYSTEM, and names the people for whom it is not so.
.NOTES
    Remedy    office_telemetry 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/office-telemetry.remedy, SHA-256 5c7c1213b25c693e27043a32fba15eb829e25dc889a8bb87260634c30e166683
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'telemetry' 'Office telemetry' {
    # line 11: each person in profile() { ensure off { data: 1 } }
    foreach ($each_person in (Select-Each 'each person in profile()' { Select-Profile })) {
      if (Enter-UserHive $each_person) {
        try {
          # line 12: ensure off { data: 1 }
          Ensure (-join @(
            'telemetry.1',
            '[',
            $each_person.Name,
            ']'
          )) 'registry value HKCU\Software\Policies\Microsoft\office\common\clienttelemetry DisableTelemetry: data 1' {
            Test-RegistryValue `
              -Key (-join @('HKEY_USERS\', $each_person.Hive, '\Software\Policies\Microsoft\office\common\clienttelemetry')) `
              -Name 'DisableTelemetry' `
              -Data 1
          } {
            Repair-RegistryValue `
              -Key (-join @('HKEY_USERS\', $each_person.Hive, '\Software\Policies\Microsoft\office\common\clienttelemetry')) `
              -Name 'DisableTelemetry' `
              -Data 1
          } -Blocker {
            Find-RegistryValueBlocker `
              -Key (-join @('HKEY_USERS\', $each_person.Hive, '\Software\Policies\Microsoft\office\common\clienttelemetry')) `
              -Name 'DisableTelemetry' `
              -Data 1
          }
        }
        finally { Exit-UserHive $each_person }
      }
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
# function Get-MachineVariable
# function Get-NativeType
# function Get-OwnFolder
# function Get-PathEntry
# function Get-ProcessApi
# function Get-RegistrySubkey
# function Get-RegistryValue
# function Get-RsopGpoName
# function Get-RsopRegistrySetting
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserSid
# function Invoke-HiveLoad
# function Invoke-HiveUnload
# function Invoke-Program
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Test-RegistryAccess
# function Test-RegistryPath
# function Wait-Moment
# function Write-ErrorText
# function Write-Mark
# function Write-RegistryValue
# function Add-Journal
# function Add-Record
# function Add-UserName
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Run
# function Confirm-Bitness
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertTo-Line
# function Ensure
# function Enter-UserHive
# function Exit-UserHive
# function Expand-Path
# function Find-Rest
# function Get-ClockText
# function Get-FailureText
# function Get-FolderVariable
# function Get-NameOrder
# function Get-PathVariable
# function Get-RestartArgument
# function Initialize-Remedy
# function Save-Failed
# function Save-Mark
# function Select-Each
# function Step
# function Test-Approval
# function Test-Text
# function Write-Note
# function ConvertTo-RegistryData
# function Find-RegistryBlocker
# function Find-RegistryValueBlocker
# function Find-RegistryWriteBlocker
# function Format-RegistryCopy
# function Format-RegistryData
# function Format-RegistryFinding
# function Format-RegistryName
# function Read-RegistryEntry
# function Read-SystemValue
# function Repair-RegistryValue
# function Save-RegistryKey
# function Select-Profile
# function Split-RegistryKey
# function Test-RegistryData
# function Test-RegistryValue
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED office_telemetry 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'office_telemetry'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Title = 'Office telemetry is off for everybody'
    Role = 'remediate'; Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\office_telemetry"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Failed = 0; Rest = ''
    Journal = ''; Noted = 0
  }
  Confirm-Bitness
  Confirm-Elevation
  Initialize-Remedy
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
