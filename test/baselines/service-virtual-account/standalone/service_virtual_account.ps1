<#
.SYNOPSIS
    A service with a virtual account may log on: tests and repairs; with -WhatIf it only tells
.DESCRIPTION
    A service that logs on with its virtual account (NT SERVICE\<name>) is denied the logon: Windows names error 1069 and event 7041.
    Grants 'Log on as a service' to all such accounts and starts the service.
.PARAMETER ServiceName
    The service's name as 'sc query' shows it, not its display name.
.PARAMETER Force
    Tries again what was tried in the last day and did not help.
.PARAMETER Rollback
    Undoes what the newest run changed, where that can be undone and nobody changed it since.
.NOTES
    Remedy    service_virtual_account 1.0.0
    Target    standalone
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/service-virtual-account.remedy, SHA-256 0b401e8ce624d8746e9d9dd052d10ce1ceff70e26b26d66402f72021de26b2bc
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param(
    [string]$ServiceName = 'DIAHostService',
    [switch]$Force,
    [switch]$Rollback
)

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # line 14: require denied.exists else "There is no service '${service_name}'."
    if (-not (Assert 'logon_right.1' (-join @('There is no service ''', $script:ServiceNameValue, '''.')) {
      Read-ServiceExists -Name $script:ServiceNameValue
    })) { return }
    # line 15: require denied.startup != disabled else "The service '${service_name}' is disabled."
    if (-not (Assert 'logon_right.2' (-join @('The service ''', $script:ServiceNameValue, ''' is disabled.')) {
      (Read-ServiceStartup -Name $script:ServiceNameValue) -ne 'disabled'
    })) { return }
    # line 16: require denied.account == "NT SERVICE\\${service_name}" else "The service '${service_name}' does not log on with its ...
    if (-not (Assert 'logon_right.3' (-join @('The service ''', $script:ServiceNameValue, ''' does not log on with its virtual account.')) {
      Test-Account (Read-ServiceAccount -Name $script:ServiceNameValue) (-join @('NT SERVICE\', $script:ServiceNameValue))
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
    Ensure 'start.1' (-join @('service ', $script:ServiceNameValue, ': state running')) {
      Test-ServiceState -Name $script:ServiceNameValue -State 'running'
    } {
      Repair-ServiceState -Name $script:ServiceNameValue -State 'running'
    } -Blocker {
      Find-ServiceStateBlocker -Name $script:ServiceNameValue -State 'running'
    }
  } {
    # line 23: diagnose event_log("System", source: "Service Control Manager", last: 1h)
    Invoke-EventLogDiagnose -Log 'System' -Source 'Service Control Manager' -Meaning { Format-EventText $_ }
  } -Service @($script:ServiceNameValue)
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
# function Get-FileByte
# function Get-FolderSddl
# function Get-LogLength
# function Get-LsaApi
# function Get-NativeType
# function Get-OwnFolder
# function Get-PathSecurity
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
# function Revoke-UserRight
# function Test-Elevation
# function Test-NarrowHost
# function Test-RegistryPath
# function Wait-Moment
# function Write-Mark
# function Add-AccountName
# function Add-Journal
# function Add-Record
# function Assert
# function Clear-SavedMark
# function Clear-TryMark
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Rollback
# function Complete-Run
# function Confirm-Bitness
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertFrom-Parameter
# function ConvertFrom-Text
# function ConvertTo-Line
# function Ensure
# function Find-ForeignWriter
# function Find-OpenJournal
# function Find-Rest
# function Format-Duration
# function Get-ClockText
# function Get-FailureText
# function Get-Fingerprint
# function Get-RestartArgument
# function Get-StoppedName
# function Initialize-Remedy
# function Invoke-Rollback
# function Measure-Condition
# function Read-Journal
# function Resolve-Account
# function Resolve-LoadedKey
# function Resume-Left
# function Save-Failed
# function Save-Mark
# function Save-Stopped
# function Step
# function Test-Account
# function Test-Approval
# function Test-Resumed
# function Test-Text
# function Test-TrustedSid
# function Undo-Change
# function Undo-Run
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
# function Get-PathPart
# function Get-RunStart
# function Get-ServiceErrorText
# function Get-ServiceFailure
# function Get-ServiceName
# function Get-ServiceRunState
# function Get-SettledState
# function Get-StepService
# function Get-UserRightState
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
# function Undo-ServiceRun
# function Undo-UserRight
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
  exit 20001
}
try {
  # Texts compare the same whatever the language of Windows.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'service_virtual_account'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Accounts = @{ 'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES' }
    Title = 'A service with a virtual account may log on'; Role = 'standalone'; Target = 'standalone'
    State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\service_virtual_account"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'; Parameters = [ordered]@{ ServiceName = $ServiceName }
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 20001; failed = 1603; restart = 3010; busy = 1618 }; Bound = $PSBoundParameters
    Cmdlet = $PSCmdlet; Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''
    Services = @(); Halt = ''; Finding = $null; Records = [Collections.Generic.List[object]]::new()
    Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Session = @{}; Failed = 0; Rest = ''; Left = @(); Journal = ''; Noted = 0
  }
  Confirm-Bitness
  Confirm-Elevation
  Initialize-Remedy
  if ($Rollback) {
    Invoke-Rollback @('ServiceRun', 'UserRight')
  }
  $ServiceNameValue = ConvertFrom-Parameter 'ServiceName' 'string' $ServiceName
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
