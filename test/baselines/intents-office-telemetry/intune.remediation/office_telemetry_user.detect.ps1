<#
.SYNOPSIS
    Office telemetry is off for the signed-in person: tells whether it is needed, changes nothing
.DESCRIPTION
    The same for the signed-in person alone, with that person's rights: where these do not suffice, it says so and tries no more.
.NOTES
    Remedy    office_telemetry_user 1.0.0
    Target    intune.remediation, detect
    Runs as   the signed-in user
    Compiler  remedyc 0.1.0
    Source    examples/intents/office-telemetry.remedy, SHA-256 5c7c1213b25c693e27043a32fba15eb829e25dc889a8bb87260634c30e166683
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'telemetry' 'Office telemetry' {
    # line 25: ensure off { data: 1 }
    Ensure 'registry value HKCU\Software\Policies\Microsoft\office\common\clienttelemetry DisableTelemetry: data 1' {
      Test-RegistryDword 'HKCU' 'Software\Policies\Microsoft\office\common\clienttelemetry' 'DisableTelemetry' 1
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-Clock
# function Get-RegistryValue
# function Get-UserSid
# function Open-RegistryKey
# function Add-Finding
# function Complete-Remedy
# function Confirm-User
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Write-Answer
# function Format-RegistryState
# function Test-RegistryDword
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED office_telemetry_user 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'office_telemetry_user'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  Confirm-User
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
