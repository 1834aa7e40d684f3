<#
.SYNOPSIS
    Kiosks run on the high-performance power plan: repairs what deviates
.DESCRIPTION
    Kiosks keep their full speed: a kind of our own, declared in power-plan.ts, with its functions in power-plan.ps1.
.NOTES
    Remedy    kiosk_power_plan 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/custom-kind/power-plan.remedy, SHA-256 21ac92da2eac4f70cdaef14dfe3969071ca402a920874b004409155c274a14f9
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'plan' 'Power plan' {
    # line 10: warn "A plan that Windows does not ship is in effect and will be replaced." when power_plan.active == other
    Warn 'plan.1' 'A plan that Windows does not ship is in effect and will be replaced.' { (Read-PowerPlan -Property 'active') -eq 'other' }
    # line 11: ensure power_plan { active: high_performance }
    Ensure 'plan.2' 'power plan: active high_performance' {
      Measure-Reason { Test-PowerPlan -Active 'high_performance' }
    } {
      Add-Journal 'Lost' 'power plan: active high_performance'
      Repair-PowerPlan -Active 'high_performance'
    } -Blocker {
      Measure-Reason { Find-PowerPlanBlocker -Active 'high_performance' }
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Find-Mark
# function Get-Clock
# function Get-FolderSddl
# function Get-NativeType
# function Get-OwnFolder
# function Get-ProcessApi
# function Get-RegistryValue
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserSid
# function Invoke-Program
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Test-RegistryPath
# function Wait-Moment
# function Write-ErrorText
# function Write-Mark
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
# function Find-Rest
# function Get-ClockText
# function Get-FailureText
# function Get-RestartArgument
# function Initialize-Remedy
# function Measure-Condition
# function Measure-Reason
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-Text
# function Warn
# function Write-Note
# function Write-Remark
# function Read-SystemValue
# function Find-PowerPlanBlocker
# function Get-PowerPlanGuid
# function Read-PowerPlan
# function Repair-PowerPlan
# function Test-PowerPlan
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED kiosk_power_plan 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'kiosk_power_plan'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'Kiosks run on the high-performance power plan'; Role = 'remediate'
    Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\kiosk_power_plan"
    Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"; Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Halt = ''
    Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Failed = 0; Rest = ''
    Journal = ''; Noted = 0
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
