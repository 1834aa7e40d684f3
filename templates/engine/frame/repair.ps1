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
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    #remedyc:state
    Bound = $PSBoundParameters
    Cmdlet = $PSCmdlet
    Preview = [bool]$WhatIfPreference
    Started = Get-Tick
    Lasting = $false
    Lock = $null
    Log = ''
    Run = ''
    End = ''
    Step = ''
    Services = @()
    Item = ''
    Halt = ''
    Armed = $null
    Restart = ''
    RestartNeeded = $false
    Finding = $null
    Outcomes = [ordered]@{}
    Records = [Collections.Generic.List[object]]::new()
    Remarks = [Collections.Generic.List[string]]::new()
    Marks = @{}
    Session = @{}
    Failed = 0
    Rest = ''
    Due = @()
    Left = @()
    Frames = [Collections.Generic.List[hashtable]]::new()
    Acting = $false
    Journal = ''
    Noted = 0
  }
  #remedyc:start
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
