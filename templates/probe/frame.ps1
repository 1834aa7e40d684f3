<#
.SYNOPSIS
    Calls every platform function of compiled remedies on this machine and tells which of them work here.
.DESCRIPTION
    Compiled remedies touch Windows through a few small functions only. This script holds all of them as they stand in compiled scripts, calls each, and compares
    its answer with what is known: what one function writes, another reads back. One line for each: reached, not reached (this machine lacks the interface), or
    failed, each with the reason. Exit code 0, or 1 when one failed or something was left behind.

    What it makes is its own and gone when it ends: the folder Remedyc.Probe in Program Files, the keys Remedyc.Probe below HKLM\SOFTWARE, HKLM\SOFTWARE\Remedyc and
    the uninstall keys, the hive HKU\Remedyc.Probe, a certificate in the store of those that are not trusted, the disabled service RemedycProbe, which is never started, the task Remedyc.Probe, for a moment the right to log on as a service for that
    service's own account, and the group Remedyc.Probe and the disabled account RemedycProbeUser (not on a domain controller). A rule of the firewall of its own is switched off all the time. Other services, products, files and rights are read at most, the time zone and the public profile of the firewall are set as they are, and Windows is not restarted. An audit policy may log the service and the right.
.NOTES
    Runs as an elevated administrator or SYSTEM, in Windows PowerShell 5.1 or PowerShell 7.
#>
#Requires -Version 5.1
[CmdletBinding()]
param()
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Write-Output "REFUSED: PowerShell is in $($ExecutionContext.SessionState.LanguageMode) mode here, in which no compiled remedy works"
    exit 1
  }
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'Remedyc.Probe'; Key = 'SOFTWARE\Remedyc.Probe'; Uninstall = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\Remedyc.Probe'; Hive = 'Remedyc.Probe'; Group = 'Remedyc.Probe'; User = 'RemedycProbeUser'; Service = 'RemedycProbe'
    # The account of the service RemedycProbe, NT SERVICE\RemedycProbe
    Sid = 'S-1-5-80-2170457847-722743086-2367411193-735935311-1173018855'; Right = 'SeServiceLogonRight'; Folder = ''; Thumbprint = '1496C60F2ECCD30B356F339AB22AD9EA748CA9EB'
    Wine = $false; Controller = $false
    reached = 0; 'not reached' = 0; failed = 0; behind = 0
  }

  #remedyc:functions

  $refusal = Attempt { if (-not (Test-Elevation)) { throw 'it needs an elevated administrator or SYSTEM' } }
  if ($refusal -ne '') {
    Write-Output "REFUSED: $refusal"
    exit 1
  }
  $Remedy.Folder = (Get-SpecialFolder -Name 'ProgramFiles') + '\Remedyc.Probe'
  $Remedy.Wine = Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\Wine'
  $Remedy.Controller = (Get-RegistryValue -Hive HKLM -Path 'SYSTEM\CurrentControlSet\Control\ProductOptions' -Name 'ProductType').Data -eq 'LanmanNT'
  "Windows $([Environment]::OSVersion.Version)$(if ($Remedy.Wine) { ' of Wine' }), PowerShell $($PSVersionTable.PSVersion), $(8 * [IntPtr]::Size)-bit, as $(Get-UserSid)"
  # of a probe that was killed
  $null = Clear-Trace
  $Remedy.behind = 0
  try {
    #remedyc:calls
  }
  finally { Clear-Trace }
  $count = $Remedy.reached + $Remedy.'not reached' + $Remedy.failed
  Write-Output "$count platform functions: $($Remedy.reached) reached, $($Remedy.'not reached') not reached, $($Remedy.failed) failed"
  exit [int]($Remedy.failed + $Remedy.behind -gt 0)
}
catch {
  Write-Output "REFUSED: $($_.Exception.GetBaseException().Message)"
  exit 1
}
