#remedyc:help
#Requires -Version 5.1
#remedyc:param

#region Remedy: statement by statement as in its source
#remedyc:remedy
#endregion

#region Library: the functions of remedyc that this script needs
#remedyc:functions
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  #remedyc:constrained
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    #remedyc:state
    Started = Get-Clock
    Step = ''
    Checks = 0
    Blocked = @()
    Deviating = @()
    Due = @()
    Remarks = @()
  }
  #remedyc:start
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
