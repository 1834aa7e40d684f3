<#
.SYNOPSIS
    A service runs: repairs what deviates
.DESCRIPTION
    A service runs. Whether Windows may start it at all (its startup type) is left as it is: one that is disabled is told, not changed.
.NOTES
    Remedy    service_runs 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/service-runs.remedy, SHA-256 f56d5e8bf6f38badf04f3de7582b7eb1374d334be14d16b205e86c5e29f7b2cd
    Parameter service_name = ContosoAgent
    Parameter limit = 1m
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_service_name = 'ContosoAgent'
  Step 'service' 'The service' {
    # line 13: ensure service(service_name) { state: running, timeout: limit }
    Ensure 'service.1' 'service ContosoAgent: state running' {
      Test-ServiceState -Name $let_service_name -State 'running' -Timeout ([timespan]'00:01:00')
    } {
      Repair-ServiceState -Name $let_service_name -State 'running' -Timeout ([timespan]'00:01:00')
    } -Blocker {
      Find-ServiceStateBlocker -Name $let_service_name -State 'running'
    }
  } {
    # line 14: diagnose event_log("System", source: "Service Control Manager", last: 1h)
    Invoke-EventLogDiagnose -Log 'System' -Source 'Service Control Manager' -Meaning { Format-EventText $_ }
  } -Service @($let_service_name)
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Find-EventRecord
# function Find-Mark
# function Find-Process
# function Find-ServiceDependent
# function Find-ServiceName
# function Get-AccountSid
# function Get-Clock
# function Get-FolderSddl
# function Get-LsaApi
# function Get-NativeType
# function Get-OwnFolder
# function Get-RegistryValue
# function Get-RsopGpoName
# function Get-RsopUserRight
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-ServiceStatus
# function Get-Tick
# function Get-UserRightHolder
# function Get-UserSid
# function Invoke-ProcessEnd
# function Invoke-ServiceStart
# function Invoke-ServiceStop
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-LsaPolicy
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Wait-Moment
# function Write-ErrorText
# function Write-Mark
# function Add-Journal
# function Add-Record
# function Clear-SavedMark
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Run
# function Confirm-Bitness
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertTo-Line
# function Ensure
# function Find-Rest
# function Format-Duration
# function Get-ClockText
# function Get-FailureText
# function Get-RestartArgument
# function Get-StoppedName
# function Initialize-Remedy
# function Resolve-Account
# function Resume-Left
# function Save-Failed
# function Save-Mark
# function Save-Stopped
# function Step
# function Test-Approval
# function Test-Resumed
# function Write-Finding
# function Write-Note
# function Clear-HungService
# function ConvertTo-ServiceAccount
# function Find-ServiceBlocker
# function Find-ServiceLogonPolicy
# function Find-ServiceStartRefusal
# function Find-ServiceStateBlocker
# function Find-UserRightPolicy
# function Format-EventText
# function Format-Name
# function Get-AccountGroup
# function Get-RunStart
# function Get-ServiceErrorText
# function Get-ServiceFailure
# function Get-ServiceName
# function Get-SettledState
# function Get-StepService
# function Invoke-EventLogDiagnose
# function Read-SystemValue
# function Repair-ServiceState
# function Save-ServiceRun
# function Test-EventName
# function Test-ServiceState
# function Test-UserRightHeld
# function Wait-Condition
# function Wait-ServiceStart
# function Wait-ServiceStop
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED service_runs 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'service_runs'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'A service runs'; Role = 'remediate'; Target = 'intune.remediation'
    State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\service_runs"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = 'd23a25bb1256d095c0e320cefc91832678f223fb31ec8b39ca62e3a285e54fa7'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Services = @()
    Halt = ''; Finding = $null; Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}
    Session = @{}; Failed = 0; Rest = ''; Left = @(); Journal = ''; Noted = 0
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
