<#
.SYNOPSIS
    Remote Desktop is on, and its users may sign in: tells whether it is needed, changes nothing
.DESCRIPTION
    Remote Desktop for the accounts that may use it, whatever the language of Windows.
.NOTES
    Remedy    remote_desktop 1.0.0
    Publisher IT
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/remote-desktop.remedy, SHA-256 a40a7c9b5b8d3ee03064df343dc5c4f7f9e5099f0dbb8245df08d88e00a01a2b
    Parameter who = Everyone
    Parameter network_level = true
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'remote_desktop' 'Remote Desktop' {
    # line 21: require denied_by_policy == none or denied_by_policy == 0 else "A policy turns Remote Desktop off."
    if (-not (Assert 'A policy turns Remote Desktop off.' {
      ($null -eq (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fDenyTSConnections')) -or
        (Test-Data (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fDenyTSConnections') 0)
    })) { return }
    # line 22: require level_by_policy == none or level_by_policy == network_level else "A policy sets network level authentication ...
    if (-not (Assert 'A policy sets network level authentication otherwise.' {
      ($null -eq (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'UserAuthentication')) -or
        (Test-Data (Read-RegistryData 'HKLM' 'SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'UserAuthentication') $true)
    })) { return }
    # line 23: ensure registry_value(server, "fDenyTSConnections") { data: 0 }
    Ensure 'registry value HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server fDenyTSConnections: data 0' {
      Test-RegistryDword 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server' 'fDenyTSConnections' 0
    }
    # line 24: ensure registry_value(listener, "UserAuthentication") { data: network_level }
    Ensure 'registry value HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp UserAuthentication: data true' {
      Test-RegistryDword 'HKLM' 'SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp' 'UserAuthentication' 1
    }
    # line 25: ensure local_group("S-1-5-32-555") { includes: [who] }
    Ensure 'local group BUILTIN\Remote Desktop Users: includes [Everyone]' { Test-LocalGroup -Group 'S-1-5-32-555' -Includes @('S-1-1-0') }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-GroupMember
# function Get-AccountName
# function Get-Clock
# function Get-NativeType
# function Get-NetApi
# function Get-RegistryValue
# function Open-RegistryKey
# function Test-Elevation
# function Add-AccountName
# function Add-Finding
# function Assert
# function Complete-Remedy
# function ConvertTo-DataNumber
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Test-Data
# function Test-Text
# function Write-Answer
# function Compare-GroupMember
# function Format-RegistryState
# function Get-GroupName
# function Read-RegistryData
# function Read-SystemValue
# function Test-LocalGroup
# function Test-RegistryDword
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED remote_desktop 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'remote_desktop'; Version = '1.0.0'; Accounts = @{ 'S-1-1-0' = 'Everyone'; 'S-1-5-32-555' = 'BUILTIN\Remote Desktop Users' }
    Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
