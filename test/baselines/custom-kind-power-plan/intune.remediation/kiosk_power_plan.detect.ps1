<#
.SYNOPSIS
    Kiosks run on the high-performance power plan: tells whether it is needed, changes nothing
.DESCRIPTION
    Kiosks keep their full speed: a kind of our own, declared in power-plan.ts, with its functions in power-plan.ps1.
.NOTES
    Remedy    kiosk_power_plan 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/custom-kind/power-plan.remedy, SHA-256 21ac92da2eac4f70cdaef14dfe3969071ca402a920874b004409155c274a14f9
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'plan' 'Power plan' {
    # line 10: warn "A plan that Windows does not ship is in effect and will be replaced." when power_plan.active == other
    Warn 'A plan that Windows does not ship is in effect and will be replaced.' {
      Measure-Condition { (Read-PowerPlan -Property 'active') -eq 'other' }
    }
    # line 11: ensure power_plan { active: high_performance }
    Ensure 'power plan: active high_performance' { Measure-Reason { Test-PowerPlan -Active 'high_performance' } }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-Clock
# function Get-RegistryValue
# function Invoke-WidePowerShell
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Add-Finding
# function Complete-Remedy
# function Confirm-Bitness
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Measure-Condition
# function Measure-Reason
# function Step
# function Test-Text
# function Warn
# function Write-Answer
# function Write-Note
# function Write-Remark
# function Read-SystemValue
# function Get-PowerPlanGuid
# function Read-PowerPlan
# function Test-PowerPlan
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED kiosk_power_plan 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'kiosk_power_plan'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @(); Remarks = @()
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
