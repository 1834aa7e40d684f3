#remedyc:help
#Requires -Version 5.1
#remedyc:param
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  # In constrained language calls of .NET fail; what follows here are commands only.
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    #remedyc:constrained
  }
  # Texts compare the same whatever the language of Windows: in Turkish, I is not the capital of i.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'

  #remedyc:state
  $Remedy['Bound'] = $PSBoundParameters

  #remedyc:functions

  #remedyc:steps
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
