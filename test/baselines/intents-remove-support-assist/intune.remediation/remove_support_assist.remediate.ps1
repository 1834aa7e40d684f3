<#
.SYNOPSIS
    Dell SupportAssist is not installed: repairs what deviates
.DESCRIPTION
    Dell SupportAssist is gone, whichever way it was installed. Products with longer names ("Dell SupportAssist Remediation") stay.
.NOTES
    Remedy    remove_support_assist 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/remove-support-assist.remedy, SHA-256 637eed9cf79d5b9357aa8e7c5e46716365ffd8ecf0b1926d1e79c81d70374bee
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'remove' 'Dell SupportAssist' {
    # line 9: ensure package("Dell SupportAssist") absent { remove_arguments: ["/arp", "/S", "/norestart"] }
    Ensure 'remove.1' 'package Dell SupportAssist is absent' {
      Test-PackageAbsence -Where { 'Dell SupportAssist'.Equals($_.DisplayName, 'OrdinalIgnoreCase') }
    } {
      Repair-PackageAbsence `
        -Where {
          'Dell SupportAssist'.Equals($_.DisplayName, 'OrdinalIgnoreCase')
        } `
        -RemoveArguments @('/arp', '/S', '/norestart')
    } -Blocker {
      Find-PackageAbsenceBlocker `
        -Where {
          'Dell SupportAssist'.Equals($_.DisplayName, 'OrdinalIgnoreCase')
        } `
        -RemoveArguments @('/arp', '/S', '/norestart')
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Clear-LogFile
# function Find-EventRecord
# function Find-LogFile
# function Find-Mark
# function Find-Process
# function Find-UninstallEntry
# function Get-Clock
# function Get-FileByte
# function Get-FileSha256
# function Get-FileSignature
# function Get-FolderSddl
# function Get-LsaApi
# function Get-MachineVariable
# function Get-NativeType
# function Get-OwnFolder
# function Get-PathSecurity
# function Get-ProcessApi
# function Get-RegistryValue
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserRightHolder
# function Get-UserSid
# function Invoke-Program
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-LsaPolicy
# function Open-RegistryKey
# function Test-Elevation
# function Test-FileEntry
# function Test-InstallerBusy
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
# function Expand-Path
# function Find-ForeignWriter
# function Find-Rest
# function Format-Duration
# function Get-ClockText
# function Get-FailureText
# function Get-FolderVariable
# function Get-NameOrder
# function Get-PathVariable
# function Get-RestartArgument
# function Initialize-Remedy
# function NeedsRestart
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-BusyFailure
# function Test-TrustedSid
# function Write-Note
# function Write-Remark
# function ConvertFrom-InstallerCode
# function ConvertTo-Argument
# function ConvertTo-Package
# function ConvertTo-PackageVersion
# function ConvertTo-ServiceSid
# function Find-InstallerCause
# function Find-LogCause
# function Find-LogMatch
# function Find-PackageAbsenceBlocker
# function Find-PackageEntry
# function Find-PathWriter
# function Find-SetupLog
# function Find-SignerRefusal
# function Find-SourceBlocker
# function Format-EventText
# function Format-Name
# function Format-PackageList
# function Get-AccountGroup
# function Get-BusyFailure
# function Get-ChildEnvironment
# function Get-ErrorMeaning
# function Get-InstallerRule
# function Get-InstallerText
# function Get-LogonEvidence
# function Get-PathPart
# function Get-RemovalCommand
# function Get-SearchBudget
# function Get-ServiceFailure
# function Get-ServiceName
# function Get-StateFolder
# function Get-StepService
# function Invoke-Installer
# function Read-EntryValue
# function Read-EntryVersion
# function Read-LogText
# function Repair-PackageAbsence
# function Select-Package
# function Split-ProgramCommand
# function Test-EventName
# function Test-PackageAbsence
# function Test-UserRightHeld
# function Uninstall-PackageEntry
# function Wait-Condition
# function Wait-LeftSetup
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED remove_support_assist 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'remove_support_assist'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Title = 'Dell SupportAssist is not installed'
    Role = 'remediate'; Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\remove_support_assist"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Services = @()
    Item = ''; Halt = ''; Restart = ''; RestartNeeded = $false; Records = [Collections.Generic.List[object]]::new()
    Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Session = @{}; Failed = 0; Rest = ''; Due = @(); Journal = ''; Noted = 0
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
