<#
.SYNOPSIS
    A service with a virtual account may log on: repairs what deviates
.DESCRIPTION
    A service that logs on with its virtual account (NT SERVICE\<name>) is denied the logon: Windows names error 1069 and event 7041.
    Grants 'Log on as a service' to all such accounts and starts the service.
.NOTES
    Remedy    service_virtual_account 1.0.0
    Target    configmgr.baseline, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/service-virtual-account.remedy, SHA-256 0b401e8ce624d8746e9d9dd052d10ce1ceff70e26b26d66402f72021de26b2bc
    Parameter service_name = DIAHostService
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_service_name = 'DIAHostService'
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # line 14: require denied.exists else "There is no service '${service_name}'."
    if (-not (Assert 'logon_right.1' 'There is no service ''DIAHostService''.' { Read-ServiceExists -Name $let_service_name })) { return }
    # line 15: require denied.startup != disabled else "The service '${service_name}' is disabled."
    if (-not (Assert 'logon_right.2' 'The service ''DIAHostService'' is disabled.' {
      (Read-ServiceStartup -Name $let_service_name) -ne 'disabled'
    })) { return }
    # line 16: require denied.account == "NT SERVICE\\${service_name}" else "The service '${service_name}' does not log on with its ...
    if (-not (Assert 'logon_right.3' 'The service ''DIAHostService'' does not log on with its virtual account.' {
      (Read-ServiceAccount -Name $let_service_name) -eq 'S-1-5-80-2309424314-4000424941-3690464367-1726909705-3288450713'
    })) { return }
    # line 17: ensure user_right("SeServiceLogonRight") { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'logon_right.4' 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' {
      Test-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    } {
      Repair-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    } -Blocker {
      Find-UserRightIncludesBlocker -Right 'SeServiceLogonRight' -Setting 'LogOnAsService' -Includes @('S-1-5-80-0')
    }
  }
  Step 'start' 'Start the service' {
    # line 21: ensure denied { state: running }
    Ensure 'start.1' 'service DIAHostService: state running' {
      Test-ServiceState -Name $let_service_name -State 'running'
    } {
      Repair-ServiceState -Name $let_service_name -State 'running'
    } -Blocker {
      Find-ServiceStateBlocker -Name $let_service_name -State 'running'
    }
  } {
    # line 23: diagnose event_log("System", source: "Service Control Manager", last: 1h)
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
# function Grant-UserRight
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
# function Write-Mark
# function Add-AccountName
# function Add-Journal
# function Add-Record
# function Assert
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
# function Measure-Condition
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
# function Find-UserRightDenial
# function Find-UserRightIncludesBlocker
# function Find-UserRightPolicy
# function Format-Account
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
# function Read-ServiceAccount
# function Read-ServiceExists
# function Read-ServiceStartup
# function Read-SystemValue
# function Repair-ServiceState
# function Repair-UserRightIncludes
# function Save-ServiceRun
# function Test-EventName
# function Test-ServiceState
# function Test-UserRightHeld
# function Test-UserRightIncludes
# function Wait-Condition
# function Wait-ServiceStart
# function Wait-ServiceStop
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED service_virtual_account 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'service_virtual_account'; Version = '1.0.0'; Hive = 'HKLM'
    Accounts = @{
      'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES'
      'S-1-5-80-2309424314-4000424941-3690464367-1726909705-3288450713' = 'NT SERVICE\DIAHostService'
    }
    Title = 'A service with a virtual account may log on'; Role = 'remediate'; Target = 'configmgr.baseline'
    State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\service_virtual_account"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = 'e72058b54125b2ed673e0a8908c009788ed0ea4083274d291fc7d28449a07238'
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
