<#
.SYNOPSIS
    A service with a virtual account may log on: tells whether it is needed, changes nothing
.DESCRIPTION
    A service that logs on with its virtual account (NT SERVICE\<name>) is denied the logon: Windows names error 1069 and event 7041.
    Grants 'Log on as a service' to all such accounts and starts the service.
.NOTES
    Remedy    service_virtual_account 1.0.0
    Target    configmgr.baseline, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/service-virtual-account.remedy, SHA-256 0b401e8ce624d8746e9d9dd052d10ce1ceff70e26b26d66402f72021de26b2bc
    Parameter service_name = DIAHostService
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_service_name = 'DIAHostService'
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # line 14: require denied.exists else "There is no service '${service_name}'."
    if (-not (Assert 'There is no service ''DIAHostService''.' { Read-ServiceExists -Name $let_service_name })) { return }
    # line 15: require denied.startup != disabled else "The service '${service_name}' is disabled."
    if (-not (Assert 'The service ''DIAHostService'' is disabled.' { (Read-ServiceStartup -Name $let_service_name) -ne 'disabled' })) { return }
    # line 16: require denied.account == "NT SERVICE\\${service_name}" else "The service '${service_name}' does not log on with its ...
    if (-not (Assert 'The service ''DIAHostService'' does not log on with its virtual account.' {
      (Read-ServiceAccount -Name $let_service_name) -eq 'S-1-5-80-2309424314-4000424941-3690464367-1726909705-3288450713'
    })) { return }
    # line 17: ensure user_right("SeServiceLogonRight") { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' {
      Test-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    }
  }
  Step 'start' 'Start the service' {
    # line 21: ensure denied { state: running }
    Ensure 'service DIAHostService: state running' { Test-ServiceState -Name $let_service_name -State 'running' }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-AccountSid
# function Get-LsaApi
# function Get-NativeType
# function Get-RegistryValue
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-UserRightHolder
# function Open-LsaPolicy
# function Open-RegistryKey
# function Test-Elevation
# function Wait-Moment
# function Add-AccountName
# function Add-Finding
# function Assert
# function Complete-Remedy
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Write-Answer
# function Write-Note
# function ConvertTo-ServiceAccount
# function Find-UserRightDenial
# function Format-Account
# function Get-AccountGroup
# function Get-SettledState
# function Read-ServiceAccount
# function Read-ServiceExists
# function Read-ServiceStartup
# function Read-SystemValue
# function Test-ServiceState
# function Test-UserRightHeld
# function Test-UserRightIncludes
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'Blocked'
  exit 0
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Accounts = @{
      'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES'
      'S-1-5-80-2309424314-4000424941-3690464367-1726909705-3288450713' = 'NT SERVICE\DIAHostService'
    }
    Tokens = @{ COMPLIANT = 'Compliant'; NONCOMPLIANT = 'NonCompliant'; BLOCKED = 'Blocked'; FAILED = 'Failed' }; Step = ''; Checks = 0; Blocked = @()
    Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
