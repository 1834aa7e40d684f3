<#
.SYNOPSIS
    Support information: installs what is missing and repairs what deviates
.DESCRIPTION
    What people see of the support that helps them: name, telephone and page in Windows' own "About", and a shortcut on everybody's desktop. As an app it can be
    assigned, offered in the Company Portal, and taken away again.
.NOTES
    Remedy    support_information 1.0.0
    Publisher Contoso
    Target    configmgr.application, install
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/support-information.remedy, SHA-256 dbf0e38cee5a81ddc93a7efcfb9c0b595cfdaedc8463a12f35a201ebb27923ec
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'requires' 'Devices that this is for' {
    # line 9: requires os.build >= 19045 as int
    if (-not (Assert 'requires.1' 'this is for devices where os.build >= 19045' { (Read-OsBuild) -ge 19045 })) { return }
  }
  Step 'about' 'Support in Windows'' About' {
    # line 12: ensure manufacturer { data: "Contoso" }
    Ensure 'about.1' 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation Manufacturer: data Contoso' {
      Test-RegistryString 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'Manufacturer' 'Contoso'
    } {
      Write-RegistryData 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'Manufacturer' 'String' 'Contoso'
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'Manufacturer' 'String Contoso'
    }
    # line 13: ensure telephone { data: "+1 555 0100" }
    Ensure 'about.2' 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation SupportPhone: data +1 555 0100' {
      Test-RegistryString 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportPhone' '+1 555 0100'
    } {
      Write-RegistryData 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportPhone' 'String' '+1 555 0100'
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportPhone' 'String +1 555 0100'
    }
    # line 14: ensure page { data: "https://support.contoso.com" }
    Ensure 'about.3' 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation SupportURL: data https://support.contoso.com' {
      Test-RegistryString 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportURL' 'https://support.contoso.com'
    } {
      Write-RegistryData 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportURL' 'String' 'https://support.contoso.com'
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportURL' 'String https://support.contoso.com'
    }
  }
  Step 'desktop' 'A shortcut on the desktop' {
    # line 17: ensure help { target: '%SystemRoot%\explorer.exe', arguments: "https://support.contoso.com", description: "Help from ...
    Ensure 'desktop.1' 'shortcut <known folder public desktop>\Help from Contoso.lnk: target %SystemRoot%\explorer.exe, arguments https://support.contoso.com, description Help from Contoso' {
      Test-Shortcut `
        -Path (Expand-Path (Join-Segment (Read-KnownFolderPublicDesktop) 'Help from Contoso.lnk')) `
        -Target (-join @((Get-SpecialFolder 'Windows'), '\explorer.exe')) `
        -Arguments 'https://support.contoso.com' `
        -Description 'Help from Contoso'
    } {
      Repair-Shortcut `
        -Path (Expand-Path (Join-Segment (Read-KnownFolderPublicDesktop) 'Help from Contoso.lnk')) `
        -Target (-join @((Get-SpecialFolder 'Windows'), '\explorer.exe')) `
        -Arguments 'https://support.contoso.com' `
        -Description 'Help from Contoso'
    } -Blocker {
      Find-ShortcutBlocker `
        -Path (Expand-Path (Join-Segment (Read-KnownFolderPublicDesktop) 'Help from Contoso.lnk')) `
        -Target (-join @((Get-SpecialFolder 'Windows'), '\explorer.exe'))
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-HeldFolder
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Clear-Entry
# function Copy-FileAccess
# function Find-Mark
# function Get-Clock
# function Get-FileByte
# function Get-FolderApi
# function Get-FolderSddl
# function Get-MachineVariable
# function Get-NativeType
# function Get-OwnFileByte
# function Get-OwnFolder
# function Get-PathEntry
# function Get-RegistryValue
# function Get-RsopGpoName
# function Get-RsopRegistrySetting
# function Get-ShortcutLink
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserSid
# function Invoke-WidePowerShell
# function Move-Log
# function Open-Entry
# function Open-LockFile
# function Open-NewFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-FileEntry
# function Test-NarrowHost
# function Test-RegistryAccess
# function Wait-Moment
# function Write-FileCopy
# function Write-FileName
# function Write-Mark
# function Write-RegistryValue
# function Write-ShortcutLink
# function Add-Journal
# function Add-Record
# function Assert
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
# function Measure-Condition
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Text
# function Write-Note
# function Add-MissingFolder
# function Find-PathBlocker
# function Find-PathRefusal
# function Find-RegistryBlocker
# function Find-RegistryWriteBlocker
# function Find-ShortcutBlocker
# function Format-RegistryCopy
# function Format-RegistryState
# function Get-FileEntry
# function Get-FileState
# function Get-KnownFolder
# function Get-PathPart
# function Get-StateFolder
# function Read-KnownFolderPublicDesktop
# function Read-OsBuild
# function Read-ShortcutLink
# function Read-SystemValue
# function Repair-Shortcut
# function Save-RegistryKey
# function Test-RegistryString
# function Test-Shortcut
# function Write-RegistryData
# function Write-WholeFile
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
    Name = 'support_information'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Title = 'Support information'; Role = 'install'
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
