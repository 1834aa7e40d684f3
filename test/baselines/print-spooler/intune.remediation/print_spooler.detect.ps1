<#
.SYNOPSIS
    The print spooler runs and holds no stuck jobs: tells whether it is needed, changes nothing
.DESCRIPTION
    The print spooler runs, and no job has been waiting for longer than a limit.
.NOTES
    Remedy    print_spooler 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/print-spooler.remedy, SHA-256 852427dc83af17561965163733044dd0c42162b34129bc69a4cd9bf374ce288b
    Parameter limit = 1h
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_spooler = 'Spooler'
  Step 'spooler' 'Print spooler' {
    # line 16: require spooler.startup != disabled else "The spooler is disabled on purpose."
    if (-not (Assert 'The spooler is disabled on purpose.' { (Read-ServiceStartup -Name $let_spooler) -ne 'disabled' })) { return }
    # line 17: check "no job is stuck" { jobs.oldest_file_age == none or jobs.oldest_file_age < limit } fix { with spooler stopped {...
    Item 'spooler.2' {
      Check 'no job is stuck' {
        ($null -eq (Read-DirectoryOldestFileAge -Path (Expand-Path (Use-Default (Read-RegistryData 'HKLM' 'SYSTEM\CurrentControlSet\Control\Print\Printers' 'DefaultSpoolDirectory') {
            '%SystemRoot%\System32\spool\PRINTERS'
          })) -Files @('*.spl', '*.shd'))) -or
          ((Read-DirectoryOldestFileAge -Path (Expand-Path (Use-Default (Read-RegistryData 'HKLM' 'SYSTEM\CurrentControlSet\Control\Print\Printers' 'DefaultSpoolDirectory') {
            '%SystemRoot%\System32\spool\PRINTERS'
          })) -Files @('*.spl', '*.shd')) -lt ([timespan]'01:00:00'))
      }
    }
    # line 22: ensure spooler { state: running }
    if (Untouched 'spooler.2') {
      Ensure 'service Spooler: state running' { Test-ServiceState -Name $let_spooler -State 'running' }
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-FolderEntry
# function Find-Mark
# function Get-Clock
# function Get-MachineVariable
# function Get-PathEntry
# function Get-RegistryValue
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-SpecialFolder
# function Invoke-WidePowerShell
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Wait-Moment
# function Add-Finding
# function Assert
# function Check
# function Complete-Remedy
# function Confirm-Bitness
# function ConvertTo-Line
# function Ensure
# function Expand-Path
# function Get-FailureText
# function Get-FolderVariable
# function Get-PathVariable
# function Item
# function Resume-Left
# function Step
# function Test-Resumed
# function Untouched
# function Use-Default
# function Write-Answer
# function Find-DirectoryFile
# function Get-FileAge
# function Get-FileEntry
# function Get-SettledState
# function Read-DirectoryExists
# function Read-DirectoryOldestFileAge
# function Read-RegistryData
# function Read-ServiceStartup
# function Test-FilePattern
# function Test-ServiceState
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED print_spooler 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'print_spooler'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @()
    Deviating = @(); Due = @()
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
