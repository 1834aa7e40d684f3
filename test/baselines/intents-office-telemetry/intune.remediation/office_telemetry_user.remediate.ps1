<#
.SYNOPSIS
    Office telemetry is off for the signed-in person: repairs what deviates
.DESCRIPTION
    The same for the signed-in person alone, with that person's rights: where these do not suffice, it says so and tries no more.
.NOTES
    Remedy    office_telemetry_user 1.0.0
    Target    intune.remediation, remediate
    Runs as   the signed-in user
    Compiler  remedyc 0.1.0
    Source    examples/intents/office-telemetry.remedy, SHA-256 5c7c1213b25c693e27043a32fba15eb829e25dc889a8bb87260634c30e166683
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'telemetry' 'Office telemetry' {
    # line 25: ensure off { data: 1 }
    Ensure 'telemetry.1' 'registry value HKCU\Software\Policies\Microsoft\office\common\clienttelemetry DisableTelemetry: data 1' {
      Test-RegistryDword 'HKCU' 'Software\Policies\Microsoft\office\common\clienttelemetry' 'DisableTelemetry' 1
    } {
      Write-RegistryData 'HKCU' 'Software\Policies\Microsoft\office\common\clienttelemetry' 'DisableTelemetry' 'DWord' 1
    } -Blocker {
      Find-RegistryWriteBlocker 'HKCU' 'Software\Policies\Microsoft\office\common\clienttelemetry'
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-Folder
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Find-Mark
# function Get-Clock
# function Get-FolderSddl
# function Get-OwnFolder
# function Get-RegistryValue
# function Get-Tick
# function Get-UserSid
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Test-NarrowHost
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
# function Confirm-Bitness
# function Confirm-Folder
# function Confirm-User
# function ConvertTo-Line
# function Ensure
# function Find-Rest
# function Get-ClockText
# function Get-FailureText
# function Get-RestartArgument
# function Initialize-Remedy
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Write-Note
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
  $line = 'BLOCKED office_telemetry_user 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'office_telemetry_user'; Version = '1.0.0'; Context = 'user'; Hive = 'HKCU'; Title = 'Office telemetry is off for the signed-in person'
    Role = 'remediate'; Target = 'intune.remediation'; State = "$(Get-OwnFolder 'LocalApplicationData')\Remedyc\office_telemetry_user"
    Logs = "$(Get-OwnFolder 'LocalApplicationData')\Remedyc\office_telemetry_user"
    Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Failed = 0; Rest = ''
    Journal = ''; Noted = 0
  }
  Confirm-Bitness
  Confirm-User
  Initialize-Remedy
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
