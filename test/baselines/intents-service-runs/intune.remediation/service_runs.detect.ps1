<#
.SYNOPSIS
    A service runs: tells whether it is needed, changes nothing
.DESCRIPTION
    A service runs. Whether Windows may start it at all (its startup type) is left as it is: one that is disabled is told, not changed.
.NOTES
    Remedy    service_runs 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/service-runs.remedy, SHA-256 f56d5e8bf6f38badf04f3de7582b7eb1374d334be14d16b205e86c5e29f7b2cd
    Parameter service_name = ContosoAgent
    Parameter limit = 1m
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'service' 'The service' {
    # line 13: ensure service(service_name) { state: running, timeout: limit }
    Ensure 'service ContosoAgent: state running' { Test-ServiceState -Name 'ContosoAgent' -State 'running' -Timeout ([timespan]'00:01:00') }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-Clock
# function Get-RegistryValue
# function Get-ServiceState
# function Open-RegistryKey
# function Test-Elevation
# function Wait-Moment
# function Add-Finding
# function Complete-Remedy
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Write-Answer
# function Get-SettledState
# function Test-ServiceState
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED service_runs 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'service_runs'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
