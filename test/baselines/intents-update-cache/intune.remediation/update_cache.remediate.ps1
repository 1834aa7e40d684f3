<#
.SYNOPSIS
    The download cache of Windows Update is not above its limit: repairs what deviates
.DESCRIPTION
    What Windows Update has downloaded takes no more room than a limit. Windows fetches again what it still needs.
.NOTES
    Remedy    update_cache 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/update-cache.remedy, SHA-256 731d1bbec9dd026ab2fb76f85579f4982edc64d4663f3a187b1b106b0145578b
    Parameter limit = 1GB
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_download = -join @((Get-SpecialFolder 'Windows'), '\SoftwareDistribution\Download')
  $let_updates = 'wuauserv'
  $let_transfer = 'bits'
  Step 'cache' 'Download cache of Windows Update' {
    # line 15: check "the cache (${cache.size ?? 0MB}) is not above ${limit}" { not cache.exists or cache.size <= limit } fix { requ...
    Check 'cache.1' (-join @(
      'the cache (',
      (Read-Shown { Format-Size (Use-Default (Read-DirectorySize -Path $let_download) { 0 }) }),
      ') is not above 1GB'
    )) {
      (-not (Read-DirectoryExists -Path $let_download)) -or ((Read-DirectorySize -Path $let_download) -le 1GB)
    } {
      With -Service @($let_updates, $let_transfer) {
        # line 24: clear cache
        Invoke-DirectoryClear -Path $let_download
      }
    } -Require {
      # line 16: require not process("TiWorker").exists else "Updates are being installed: the next run clears the cache."
      if (Read-Process -Name 'TiWorker' -Property 'exists') {
        return 'Updates are being installed: the next run clears the cache.'
      }
      # line 17: require updates.state != starting and transfer.state != starting else "A service that is to be stopped is starting: t...
      if (-not (((Read-ServiceState -Name $let_updates) -ne 'starting') -and ((Read-ServiceState -Name $let_transfer) -ne 'starting'))) {
        return 'A service that is to be stopped is starting: the next run clears the cache.'
      }
      # line 19: require updates.startup != disabled or updates.state == stopped else "Windows Update runs, but is disabled: once stop...
      if (-not (((Read-ServiceStartup -Name $let_updates) -ne 'disabled') -or ((Read-ServiceState -Name $let_updates) -eq 'stopped'))) {
        return 'Windows Update runs, but is disabled: once stopped it would not start again.'
      }
      # line 21: require transfer.startup != disabled or transfer.state == stopped else "The transfer service runs, but is disabled: o...
      if (-not (((Read-ServiceStartup -Name $let_transfer) -ne 'disabled') -or ((Read-ServiceState -Name $let_transfer) -eq 'stopped'))) {
        return 'The transfer service runs, but is disabled: once stopped it would not start again.'
      }
    }
  }
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
# function Get-Clock
# function Get-FileVersion
# function Get-FolderApi
# function Get-FolderSddl
# function Get-MachineVariable
# function Get-NativeType
# function Get-OwnFolder
# function Get-PathEntry
# function Get-RegistryValue
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-ServiceStatus
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserSid
# function Invoke-ProcessEnd
# function Invoke-ServiceStart
# function Invoke-ServiceStop
# function Invoke-WidePowerShell
# function Move-Log
# function Open-Entry
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Wait-Moment
# function Write-ErrorText
# function Write-Mark
# function Add-Journal
# function Add-Record
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
# function Find-Rest
# function Format-Duration
# function Format-Size
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
# function Read-Shown
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
# function Test-Resumed
# function Use-Default
# function Use-Frame
# function With
# function Write-Note
# function Clear-FolderLevel
# function Clear-HungService
# function Find-DirectoryFile
# function Find-FolderRefusal
# function Find-NamedProcess
# function Find-PathRefusal
# function Format-EventText
# function Format-Name
# function Get-FileEntry
# function Get-PathPart
# function Get-ServiceErrorText
# function Get-ServiceFailure
# function Get-ServiceName
# function Get-SettledState
# function Invoke-DirectoryClear
# function Read-DirectoryExists
# function Read-DirectorySize
# function Read-Process
# function Read-ServiceStartup
# function Read-ServiceState
# function Read-SystemValue
# function Test-EventName
# function Wait-Condition
# function Wait-ServiceStart
# function Wait-ServiceStop
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED update_cache 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'update_cache'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Title = 'The download cache of Windows Update is not above its limit'
    Role = 'remediate'; Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\update_cache"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = 'e69ca1883dac3c01047b16106606cc17e14908bb33c4668da050651a85da9955'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Outcomes = [ordered]@{}; Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}
    Session = @{}; Failed = 0; Rest = ''; Left = @(); Frames = [Collections.Generic.List[hashtable]]::new(); Acting = $false; Journal = ''; Noted = 0
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
