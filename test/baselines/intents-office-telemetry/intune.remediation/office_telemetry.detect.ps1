<#
.SYNOPSIS
    Office telemetry is off for everybody: tells whether it is needed, changes nothing
.DESCRIPTION
    Office sends no telemetry, for each person who has a profile on the machine. Runs as SYSTEM, and names the people for whom it is not so.
.NOTES
    Remedy    office_telemetry 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/office-telemetry.remedy, SHA-256 5c7c1213b25c693e27043a32fba15eb829e25dc889a8bb87260634c30e166683
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'telemetry' 'Office telemetry' {
    # line 11: each person in profile() { ensure off { data: 1 } }
    foreach ($each_person in (Select-Each 'each person in profile()' { Select-Profile })) {
      if (Enter-UserHive $each_person) {
        try {
          # line 12: ensure off { data: 1 }
          Ensure 'registry value HKCU\Software\Policies\Microsoft\office\common\clienttelemetry DisableTelemetry: data 1' {
            Test-RegistryValue `
              -Key (-join @('HKEY_USERS\', $each_person.Hive, '\Software\Policies\Microsoft\office\common\clienttelemetry')) `
              -Name 'DisableTelemetry' `
              -Data 1
          }
        }
        finally { Exit-UserHive $each_person }
      }
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-Clock
# function Get-MachineVariable
# function Get-NativeType
# function Get-PathEntry
# function Get-ProcessApi
# function Get-RegistrySubkey
# function Get-RegistryValue
# function Get-SpecialFolder
# function Invoke-HiveLoad
# function Invoke-HiveUnload
# function Invoke-Program
# function Invoke-WidePowerShell
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Test-RegistryPath
# function Add-Finding
# function Add-UserName
# function Complete-Remedy
# function Confirm-Bitness
# function ConvertTo-Line
# function Ensure
# function Enter-UserHive
# function Exit-UserHive
# function Expand-Path
# function Get-FailureText
# function Get-FolderVariable
# function Get-NameOrder
# function Get-PathVariable
# function Select-Each
# function Step
# function Test-Text
# function Write-Answer
# function Write-Note
# function ConvertTo-RegistryData
# function Format-RegistryData
# function Format-RegistryFinding
# function Format-RegistryName
# function Read-RegistryEntry
# function Read-SystemValue
# function Select-Profile
# function Split-RegistryKey
# function Test-RegistryData
# function Test-RegistryValue
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED office_telemetry 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'office_telemetry'; Version = '1.0.0'; Context = 'system'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
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
