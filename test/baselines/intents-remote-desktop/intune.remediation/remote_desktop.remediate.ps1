<#
.SYNOPSIS
    Remote Desktop is on, and its users may sign in: repairs what deviates
.DESCRIPTION
    Remote Desktop for the accounts that may use it, whatever the language of Windows.
.NOTES
    Remedy    remote_desktop 1.0.0
    Publisher IT
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/remote-desktop.remedy, SHA-256 a40a7c9b5b8d3ee03064df343dc5c4f7f9e5099f0dbb8245df08d88e00a01a2b
    Parameter who = Everyone
    Parameter network_level = true
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'remote_desktop' 'Remote Desktop' {
    # line 21: require denied_by_policy == none or denied_by_policy == 0 else "A policy turns Remote Desktop off."
    if (-not (Assert 'remote_desktop.1' 'A policy turns Remote Desktop off.' {
      ($null -eq (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fDenyTSConnections')) -or
        (Test-Data (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fDenyTSConnections') 0)
    })) { return }
    # line 22: require level_by_policy == none or level_by_policy == network_level else "A policy sets network level authentication ...
    if (-not (Assert 'remote_desktop.2' 'A policy sets network level authentication otherwise.' {
      ($null -eq (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'UserAuthentication')) -or
        (Test-Data (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'UserAuthentication') $true)
    })) { return }
    # line 23: ensure registry_value(server, "fDenyTSConnections") { data: 0 }
    Ensure 'remote_desktop.3' 'registry value HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server fDenyTSConnections: data 0' {
      Test-RegistryDword 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server' 'fDenyTSConnections' 0
    } {
      Write-RegistryData 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server' 'fDenyTSConnections' 'DWord' 0
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server' 'fDenyTSConnections' 'DWord 0'
    }
    # line 24: ensure registry_value(listener, "UserAuthentication") { data: network_level }
    Ensure 'remote_desktop.4' 'registry value HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp UserAuthentication: data true' {
      Test-RegistryDword 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp' 'UserAuthentication' 1
    } {
      Write-RegistryData 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp' 'UserAuthentication' 'DWord' 1
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp' 'UserAuthentication' 'DWord 1'
    }
    # line 25: ensure local_group("S-1-5-32-555") { includes: [who] }
    Ensure 'remote_desktop.5' 'local group BUILTIN\Remote Desktop Users: includes [Everyone]' {
      Test-LocalGroup -Group 'S-1-5-32-555' -Includes @('S-1-1-0')
    } {
      Repair-LocalGroup -Group 'S-1-5-32-555' -Includes @('S-1-1-0')
    } -Blocker {
      Find-LocalGroupBlocker -Group 'S-1-5-32-555' -Includes @('S-1-1-0')
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Find-GroupMember
# function Find-Mark
# function Get-AccountName
# function Get-AccountSid
# function Get-Clock
# function Get-FolderSddl
# function Get-NativeType
# function Get-NetApi
# function Get-OwnFolder
# function Get-RegistryValue
# function Get-RsopGpoName
# function Get-RsopGroup
# function Get-RsopRegistrySetting
# function Get-Tick
# function Get-UserSid
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-RegistryAccess
# function Wait-Moment
# function Write-ErrorText
# function Write-GroupMember
# function Write-Mark
# function Write-RegistryValue
# function Add-AccountName
# function Add-Journal
# function Add-Record
# function Assert
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Run
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertTo-DataNumber
# function ConvertTo-Line
# function Ensure
# function Find-Rest
# function Get-ClockText
# function Get-FailureText
# function Initialize-Remedy
# function Measure-Condition
# function Resolve-Account
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Data
# function Test-Text
# function Write-Note
# function Compare-GroupMember
# function Find-GroupPolicyRefusal
# function Find-LocalGroupBlocker
# function Find-RegistryBlocker
# function Find-RegistryWriteBlocker
# function Format-Account
# function Format-RegistryCopy
# function Format-RegistryState
# function Get-GroupName
# function Read-RegistryData
# function Read-SystemValue
# function Repair-LocalGroup
# function Save-RegistryKey
# function Test-LocalGroup
# function Test-RegistryDword
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED remote_desktop 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'remote_desktop'; Version = '1.0.0'; Hive = 'HKLM'; Accounts = @{ 'S-1-1-0' = 'Everyone'; 'S-1-5-32-555' = 'BUILTIN\Remote Desktop Users' }
    Title = 'Remote Desktop is on, and its users may sign in'; Role = 'remediate'; Target = 'intune.remediation'
    State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\remote_desktop"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = '4f13bdb8855ce103d2aeab35875ab8bd120c99a12484fdb714d6ece33ae64935'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Failed = 0; Rest = ''
    Journal = ''; Noted = 0
  }
  Confirm-Elevation
  Initialize-Remedy
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
