<#
.SYNOPSIS
    Support information: tells whether it is needed, changes nothing
.DESCRIPTION
    What people see of the support that helps them: name, telephone and page in Windows' own "About", and a shortcut on everybody's desktop. As an app it can be
    assigned, offered in the Company Portal, and taken away again.
.NOTES
    Remedy    support_information 1.0.0
    Publisher Contoso
    Target    configmgr.application, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/support-information.remedy, SHA-256 dbf0e38cee5a81ddc93a7efcfb9c0b595cfdaedc8463a12f35a201ebb27923ec
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'about' 'Support in Windows'' About' {
    # line 12: ensure manufacturer { data: "Contoso" }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation Manufacturer: data Contoso' {
      Test-RegistryString 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'Manufacturer' 'Contoso'
    }
    # line 13: ensure telephone { data: "+1 555 0100" }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation SupportPhone: data +1 555 0100' {
      Test-RegistryString 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportPhone' '+1 555 0100'
    }
    # line 14: ensure page { data: "https://support.contoso.com" }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation SupportURL: data https://support.contoso.com' {
      Test-RegistryString 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\OEMInformation' 'SupportURL' 'https://support.contoso.com'
    }
  }
  Step 'desktop' 'A shortcut on the desktop' {
    # line 17: ensure help { target: '%SystemRoot%\explorer.exe', arguments: "https://support.contoso.com", description: "Help from ...
    Ensure 'shortcut <known folder public desktop>\Help from Contoso.lnk: target %SystemRoot%\explorer.exe, arguments https://support.contoso.com, description Help from Contoso' {
      Test-Shortcut `
        -Path (Expand-Path (Join-Segment (Read-KnownFolderPublicDesktop) 'Help from Contoso.lnk')) `
        -Target (-join @((Get-SpecialFolder 'Windows'), '\explorer.exe')) `
        -Arguments 'https://support.contoso.com' `
        -Description 'Help from Contoso'
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-FileByte
# function Get-MachineVariable
# function Get-PathEntry
# function Get-RegistryValue
# function Get-ShortcutLink
# function Get-SpecialFolder
# function Invoke-WidePowerShell
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Add-Finding
# function Complete-Remedy
# function Confirm-Bitness
# function ConvertTo-Line
# function Ensure
# function Expand-Path
# function Get-FailureText
# function Get-FolderVariable
# function Get-PathVariable
# function Join-Segment
# function Step
# function Test-Text
# function Write-Answer
# function Write-Note
# function Format-RegistryState
# function Get-FileEntry
# function Get-KnownFolder
# function Read-KnownFolderPublicDesktop
# function Read-ShortcutLink
# function Test-RegistryString
# function Test-Shortcut
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'support_information'; Version = '1.0.0'; Context = 'system'; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  Confirm-Bitness
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
