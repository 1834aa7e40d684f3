<#
.SYNOPSIS
    The print spooler runs and holds no stuck jobs: repairs what deviates
.DESCRIPTION
    The print spooler runs, and no job has been waiting for longer than a limit.
.NOTES
    Remedy    print_spooler 1.0.0
    Target    configmgr.baseline, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/print-spooler.remedy, SHA-256 852427dc83af17561965163733044dd0c42162b34129bc69a4cd9bf374ce288b
    Parameter limit = 1h
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_spooler = 'Spooler'
  Step 'spooler' 'Print spooler' {
    # line 16: require spooler.startup != disabled else "The spooler is disabled on purpose."
    if (-not (Assert 'spooler.1' 'The spooler is disabled on purpose.' { (Read-ServiceStartup -Name $let_spooler) -ne 'disabled' })) { return }
    # line 17: check "no job is stuck" { jobs.oldest_file_age == none or jobs.oldest_file_age < limit } fix { with spooler stopped {...
    Check 'spooler.2' 'no job is stuck' {
      ($null -eq (Read-DirectoryOldestFileAge -Path (Expand-Path (Use-Default (Read-RegistryData 'HKLM' 'SYSTEM\CurrentControlSet\Control\Print\Printers' 'DefaultSpoolDirectory') {
          '%SystemRoot%\System32\spool\PRINTERS'
        })) -Files @('*.spl', '*.shd'))) -or
        ((Read-DirectoryOldestFileAge -Path (Expand-Path (Use-Default (Read-RegistryData 'HKLM' 'SYSTEM\CurrentControlSet\Control\Print\Printers' 'DefaultSpoolDirectory') {
          '%SystemRoot%\System32\spool\PRINTERS'
        })) -Files @('*.spl', '*.shd')) -lt ([timespan]'01:00:00'))
    } {
      With -Service @($let_spooler) {
        # line 19: clear jobs { older_than: limit }
        Invoke-DirectoryClear `
          -Path (Expand-Path (Use-Default (Read-RegistryData 'HKLM' 'SYSTEM\CurrentControlSet\Control\Print\Printers' 'DefaultSpoolDirectory') {
            '%SystemRoot%\System32\spool\PRINTERS'
          })) `
          -Files @('*.spl', '*.shd') `
          -OlderThan ([timespan]'01:00:00')
      }
    }
    # line 22: ensure spooler { state: running }
    Ensure 'spooler.3' 'service Spooler: state running' {
      Test-ServiceState -Name $let_spooler -State 'running'
    } {
      Repair-ServiceState -Name $let_spooler -State 'running'
    } -Blocker {
      Find-ServiceStateBlocker -Name $let_spooler -State 'running'
    } -After 'spooler.2'
  } {
    # line 23: diagnose event_log("System", source: "Service Control Manager", last: 1h)
    Invoke-EventLogDiagnose -Log 'System' -Source 'Service Control Manager' -Meaning { Format-EventText $_ }
  } -Service @($let_spooler)
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Clear-Entry
# function Find-EventRecord
# function Find-FolderEntry
# function Find-Mark
# function Find-Process
# function Find-ServiceDependent
# function Find-ServiceName
# function Get-AccountSid
# function Get-Clock
# function Get-FolderApi
# function Get-FolderSddl
# function Get-LsaApi
# function Get-MachineVariable
# function Get-NativeType
# function Get-OwnFolder
# function Get-PathEntry
# function Get-RegistryValue
# function Get-RsopGpoName
# function Get-RsopUserRight
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-ServiceStatus
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserRightHolder
# function Get-UserSid
# function Invoke-ProcessEnd
# function Invoke-ServiceStart
# function Invoke-ServiceStop
# function Invoke-WidePowerShell
# function Move-Log
# function Open-Entry
# function Open-LockFile
# function Open-LsaPolicy
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Wait-Moment
# function Write-Mark
# function Add-Journal
# function Add-Record
# function Assert
# function Check
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
# function Expand-Path
# function Find-Outcome
# function Find-Rest
# function Format-Duration
# function Get-ClockText
# function Get-FailureText
# function Get-FolderVariable
# function Get-MarkAge
# function Get-PathVariable
# function Get-RecentText
# function Get-RestartArgument
# function Get-StoppedName
# function Initialize-Remedy
# function Measure-Condition
# function Resolve-Account
# function Restore-Frame
# function Resume-Frame
# function Resume-Left
# function Save-Failed
# function Save-Mark
# function Save-Stopped
# function Step
# function Suspend-Frame
# function Suspend-Work
# function Test-Approval
# function Test-Forecast
# function Test-Resumed
# function Use-Default
# function Use-Frame
# function With
# function Write-Finding
# function Write-Note
# function Clear-FolderLevel
# function Clear-HungService
# function ConvertTo-ServiceAccount
# function Find-DirectoryFile
# function Find-FolderRefusal
# function Find-PathRefusal
# function Find-ServiceBlocker
# function Find-ServiceLogonPolicy
# function Find-ServiceStartRefusal
# function Find-ServiceStateBlocker
# function Find-UserRightPolicy
# function Format-EventText
# function Format-Name
# function Get-AccountGroup
# function Get-FileAge
# function Get-FileEntry
# function Get-PathPart
# function Get-RunStart
# function Get-ServiceErrorText
# function Get-ServiceFailure
# function Get-ServiceName
# function Get-SettledState
# function Get-StepService
# function Invoke-DirectoryClear
# function Invoke-EventLogDiagnose
# function Read-DirectoryExists
# function Read-DirectoryOldestFileAge
# function Read-RegistryData
# function Read-ServiceStartup
# function Read-SystemValue
# function Repair-ServiceState
# function Save-ServiceRun
# function Test-EventName
# function Test-FilePattern
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
  Write-Output 'BLOCKED print_spooler 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'print_spooler'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Title = 'The print spooler runs and holds no stuck jobs'
    Role = 'remediate'; Target = 'configmgr.baseline'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\print_spooler"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = 'd22d487da01eca7a8e446838427ddbffa14948f4a8157e8321215aeec8e4f107'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Services = @()
    Halt = ''; Finding = $null; Outcomes = [ordered]@{}; Records = [Collections.Generic.List[object]]::new()
    Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Session = @{}; Failed = 0; Rest = ''; Left = @()
    Frames = [Collections.Generic.List[hashtable]]::new(); Acting = $false; Journal = ''; Noted = 0
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
