<#
.SYNOPSIS
    The download cache of Windows Update is not above its limit: tells whether it is needed, changes nothing
.DESCRIPTION
    What Windows Update has downloaded takes no more room than a limit. Windows fetches again what it still needs.
.NOTES
    Remedy    update_cache 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/intents/update-cache.remedy, SHA-256 731d1bbec9dd026ab2fb76f85579f4982edc64d4663f3a187b1b106b0145578b
    Parameter limit = 1GB
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_download = -join @((Get-SpecialFolder 'Windows'), '\SoftwareDistribution\Download')
  Step 'cache' 'Download cache of Windows Update' {
    # line 15: check "the cache (${cache.size ?? 0MB}) is not above ${limit}" { not cache.exists or cache.size <= limit } fix { requ...
    Check (-join @('the cache (', (Read-Shown { Format-Size (Use-Default (Read-DirectorySize -Path $let_download) { 0 }) }), ') is not above 1GB')) {
      (-not (Read-DirectoryExists -Path $let_download)) -or ((Read-DirectorySize -Path $let_download) -le 1GB)
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-FolderEntry
# function Find-Mark
# function Get-Clock
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
# function Check
# function Complete-Remedy
# function Confirm-Bitness
# function ConvertTo-Line
# function Ensure
# function Format-Size
# function Get-FailureText
# function Read-Shown
# function Resume-Left
# function Step
# function Test-Resumed
# function Use-Default
# function Write-Answer
# function Find-DirectoryFile
# function Get-FileEntry
# function Get-SettledState
# function Read-DirectoryExists
# function Read-DirectorySize
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED update_cache 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'update_cache'; Version = '1.0.0'; Hive = 'HKLM'; Started = Get-Clock; Step = ''; Checks = 0; Blocked = @(); Deviating = @()
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
