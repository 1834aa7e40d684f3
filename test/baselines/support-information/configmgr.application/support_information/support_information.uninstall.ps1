<#
.SYNOPSIS
    Support information: takes it away
.DESCRIPTION
    What people see of the support that helps them: name, telephone and page in Windows' own "About", and a shortcut on everybody's desktop. As an app it can be
    assigned, offered in the Company Portal, and taken away again.
.NOTES
    Remedy    support_information 1.0.0
    Publisher Contoso
    Target    configmgr.application, uninstall
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/support-information.remedy, SHA-256 dbf0e38cee5a81ddc93a7efcfb9c0b595cfdaedc8463a12f35a201ebb27923ec
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'uninstall' 'Uninstall' {
    # line 22: ensure manufacturer absent
    Ensure 'uninstall.1' 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation Manufacturer is absent' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'Manufacturer' -Absent
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'Manufacturer' -Absent
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'Manufacturer' -Absent
    }
    # line 23: ensure telephone absent
    Ensure 'uninstall.2' 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation SupportPhone is absent' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'SupportPhone' -Absent
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'SupportPhone' -Absent
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'SupportPhone' -Absent
    }
    # line 24: ensure page absent
    Ensure 'uninstall.3' 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation SupportURL is absent' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'SupportURL' -Absent
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'SupportURL' -Absent
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' -Name 'SupportURL' -Absent
    }
    # line 25: ensure help absent
    Ensure 'uninstall.4' 'shortcut <known folder public desktop>\Help from Contoso.lnk is absent' {
      Test-ShortcutAbsence -Path (Expand-Path (Join-Segment (Read-KnownFolderPublicDesktop) 'Help from Contoso.lnk'))
    } {
      Repair-ShortcutAbsence -Path (Expand-Path (Join-Segment (Read-KnownFolderPublicDesktop) 'Help from Contoso.lnk'))
    } -Blocker {
      Find-ShortcutAbsenceBlocker -Path (Expand-Path (Join-Segment (Read-KnownFolderPublicDesktop) 'Help from Contoso.lnk'))
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Clear-Entry
# function Clear-RegistryValue
# function Find-Mark
# function Get-Clock
# function Get-FolderApi
# function Get-FolderSddl
# function Get-MachineVariable
# function Get-NativeType
# function Get-OwnFileByte
# function Get-OwnFolder
# function Get-PathEntry
# function Get-PathSecurity
# function Get-RegistryValue
# function Get-RsopGpoName
# function Get-RsopRegistrySetting
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserSid
# function Invoke-WidePowerShell
# function Move-Log
# function Open-Entry
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Test-RegistryAccess
# function Wait-Moment
# function Write-Mark
# function Write-RegistryValue
# function Add-Journal
# function Add-Record
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
# function Get-ClockText
# function Get-FailureText
# function Get-FolderVariable
# function Get-PathVariable
# function Get-RestartArgument
# function Initialize-Remedy
# function Join-Segment
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Text
# function Write-Note
# function ConvertTo-RegistryData
# function Find-FileAbsenceBlocker
# function Find-PathBlocker
# function Find-PathRefusal
# function Find-RegistryBlocker
# function Find-RegistryValueBlocker
# function Find-RegistryWriteBlocker
# function Find-ShortcutAbsenceBlocker
# function Format-RegistryCopy
# function Format-RegistryData
# function Format-RegistryFinding
# function Format-RegistryName
# function Get-FileEntry
# function Get-FileState
# function Get-KnownFolder
# function Get-PathPart
# function Read-KnownFolderPublicDesktop
# function Read-RegistryEntry
# function Repair-FileAbsence
# function Repair-RegistryValue
# function Repair-ShortcutAbsence
# function Save-RegistryKey
# function Save-RegistryValue
# function Split-RegistryKey
# function Test-RegistryData
# function Test-RegistryValue
# function Test-ShortcutAbsence
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED support_information 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 20001
}
try {
  # Texts compare the same whatever the language of Windows.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'support_information'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Title = 'Support information'; Role = 'uninstall'
    Target = 'configmgr.application'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\support_information"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 20001; failed = 1603; restart = 3010; busy = 1618 }; Bound = $PSBoundParameters
    Cmdlet = $PSCmdlet; Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''
    Halt = ''; Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Failed = 0
    Rest = ''; Journal = ''; Noted = 0
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
