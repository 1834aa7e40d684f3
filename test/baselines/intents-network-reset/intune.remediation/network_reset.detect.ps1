<#
.SYNOPSIS
    The machine reaches its servers: tells whether it is needed, changes nothing
.DESCRIPTION
    Resets the network stack of a machine that reaches none of its servers: once, and then not again within a time. Where that did not help, a person must look.
    For machines that get their addresses by DHCP: with the IP stack, addresses that somebody has entered are reset, too.
.NOTES
    Remedy    network_reset 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/network-reset.remedy, SHA-256 ae4bb3b6aeba755f550e2d30d168a7cce789b9a8fb9abed6661cc55b20cb7146
    Parameter servers = [login.microsoftonline.com:443, www.msftconnecttest.com:80]
    Parameter pause = 1d
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'network' 'Network' {
    # line 14: check "one of ${servers} can be reached" { any server in servers: network.reaches(server) } every pause fix { reset w...
    Check 'one of login.microsoftonline.com:443, www.msftconnecttest.com:80 can be reached' {
      (Read-NetworkReaches -Endpoint 'login.microsoftonline.com:443') -or (Read-NetworkReaches -Endpoint 'www.msftconnecttest.com:80')
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Get-Clock
# function Get-RegistryValue
# function Open-RegistryKey
# function Test-Elevation
# function Test-TcpPort
# function Wait-Moment
# function Add-Finding
# function Check
# function Complete-Remedy
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Step
# function Write-Answer
# function Read-NetworkCanConnect
# function Read-NetworkReaches
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED network_reset 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'network_reset'; Version = '1.0.0'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
  }
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
