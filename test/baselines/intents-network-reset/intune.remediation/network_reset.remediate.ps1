<#
.SYNOPSIS
    The machine reaches its servers: repairs what deviates
.DESCRIPTION
    Resets the network stack of a machine that reaches none of its servers: once, and then not again within a time. Where that did not help, a person must look.
    For machines that get their addresses by DHCP: with the IP stack, addresses that somebody has entered are reset, too.
.NOTES
    Remedy    network_reset 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/network-reset.remedy, SHA-256 ae4bb3b6aeba755f550e2d30d168a7cce789b9a8fb9abed6661cc55b20cb7146
    Parameter servers = [login.microsoftonline.com:443, www.msftconnecttest.com:80]
    Parameter pause = 1d
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  Step 'network' 'Network' {
    # line 14: check "one of ${servers} can be reached" { any server in servers: network.reaches(server) } every pause fix { reset w...
    Check 'network.1' 'one of login.microsoftonline.com:443, www.msftconnecttest.com:80 can be reached' {
      (Read-NetworkReaches -Endpoint 'login.microsoftonline.com:443') -or (Read-NetworkReaches -Endpoint 'www.msftconnecttest.com:80')
    } {
      # line 15: reset winsock
      Invoke-WinsockReset
      # line 16: run program('%SystemRoot%\System32\netsh.exe') { arguments: ["interface", "ip", "reset"] }
      Invoke-ProgramRun -Path (-join @((Get-SpecialFolder 'Windows'), '\System32\netsh.exe')) -Arguments @('interface', 'ip', 'reset')
      # line 17: flush dns
      Invoke-DnsFlush
      # line 18: run program('%SystemRoot%\System32\ipconfig.exe') { arguments: ["/renew"] }
      Invoke-ProgramRun -Path (-join @((Get-SpecialFolder 'Windows'), '\System32\ipconfig.exe')) -Arguments @('/renew')
    } -Every ([timespan]'1.00:00:00')
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
# function Get-PathSecurity
# function Get-ProcessApi
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserSid
# function Invoke-Program
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-RegistryKey
# function Open-SourceFile
# function Test-Elevation
# function Test-FileEntry
# function Test-NarrowHost
# function Test-TcpPort
# function Wait-Moment
# function Write-ErrorText
# function Write-Mark
# function Add-Journal
# function Add-Record
# function Check
# function Clear-SavedMark
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Run
# function Confirm-Bitness
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertTo-Line
# function Ensure
# function Find-ForeignWriter
# function Find-Rest
# function Format-Duration
# function Get-ClockText
# function Get-FailureText
# function Get-MarkAge
# function Get-RecentText
# function Get-RestartArgument
# function Initialize-Remedy
# function Measure-Condition
# function NeedsRestart
# function Save-Failed
# function Save-Mark
# function Step
# function Test-Approval
# function Test-TrustedSid
# function Write-Note
# function Write-Remark
# function ConvertTo-Argument
# function Find-PathWriter
# function Get-ChildEnvironment
# function Get-PathPart
# function Get-StateFolder
# function Invoke-DnsFlush
# function Invoke-ProgramRun
# function Invoke-WinsockReset
# function Read-NetworkCanConnect
# function Read-NetworkReaches
# function Use-Program
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  $line = 'BLOCKED network_reset 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
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
    Name = 'network_reset'; Version = '1.0.0'; Hive = 'HKLM'; Title = 'The machine reaches its servers'; Role = 'remediate'
    Target = 'intune.remediation'; State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\network_reset"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = 'e66fdead682bab5c78efe06c9377a0e61bc1e7b81b2e25c2a5a28682e4b6202d'
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 1; failed = 1; restart = 0; busy = 1 }; Bound = $PSBoundParameters; Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''; Item = ''
    Halt = ''; Restart = ''; RestartNeeded = $false; Outcomes = [ordered]@{}; Records = [Collections.Generic.List[object]]::new()
    Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Session = @{}; Failed = 0; Rest = ''; Due = @(); Acting = $false; Journal = ''
    Noted = 0
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
