<#
.SYNOPSIS
    TLS 1.2 baseline: tells whether it is needed, changes nothing
.DESCRIPTION
    TLS 1.2 is on for client and server, and .NET Framework programs use it; TLS 1.0 and 1.1 are off.
.NOTES
    Remedy    tls12_baseline 1.0.0
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/tls12-baseline.remedy, SHA-256 e6d152ffd2e60bc6a1e7ed2798262a2cc04defcbce68bd45caa5f49222064f15
    Imports   examples/parts/tls12.remedy, SHA-256 8336234b007c39fc4b0d37a470c87045deb6372cb53c9de67bc5f96ec06500fa
    Parameter legacy_off = true
#>
#Requires -Version 5.1
[CmdletBinding()]
param()
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  # In constrained language calls of .NET fail; what follows here are commands only.
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Write-Output 'BLOCKED tls12_baseline 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
    exit 1
  }
  # Texts compare the same whatever the language of Windows: in Turkish, I is not the capital of i.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'

  $Remedy = @{
    Name = 'tls12_baseline'
    Version = '1.0.0'
    Title = 'TLS 1.2 baseline'
    Role = 'detect'
    Target = 'intune.remediation'
    Context = 'system'
    Fingerprint = 'ae410371ceda4219de48b011f648008962a85b3e1574128ded8a311f2aa12a98'
    Items = @('tls12.1', 'tls12.2', 'tls12.3', 'tls12.4', 'tls12.5', 'legacy.1', 'legacy.2')
    Accounts = @{ }
    Parameters = [ordered]@{ }
    Dialect = @{
      compliant = @(0, 'summary')
      noncompliant = @(1, 'summary')
      blocked = @(1, 'summary')
      failed = @(1, 'summary')
      restart = @(0, 'summary')
      busy = @(1, 'summary')
    }
  }
  $Remedy['Bound'] = $PSBoundParameters

# Gives the marks of a remedy as a table, name -> text; -Session: those that are gone when Windows restarts. Values of other types are none of ours.
function Find-Mark {
  param([Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU')] [string] $Hive, [Parameter(Mandatory)] [string] $Remedy, [switch] $Session)
  $marks = @{}
  $path = "SOFTWARE\Remedyc\$Remedy"
  if ($Session) { $path += '\Session' }
  $base = Open-RegistryHive -Hive $Hive
  try {
    $key = $base.OpenSubKey($path)
    if ($null -ne $key) {
      try { foreach ($name in $key.GetValueNames()) { if ($key.GetValueKind($name) -eq 'String') { $marks[$name] = [string]$key.GetValue($name) } } }
      finally { $key.Dispose() }
    }
  }
  finally { $base.Dispose() }
  $marks
}

# Gives the date and time in UTC.
function Get-Clock {
  [datetime]::UtcNow
}

# Gives Type (name of a RegistryValueKind) and Data of a registry value ('' is the default value), $null when key or value is absent. Throws SecurityException where it may not be read.
# Data as .NET gives it: DWord [int], QWord [long], texts [string] (not expanded), MultiString [string[]], Binary and None [byte[]].
# Windows types that .NET does not know have Data $null and Type Unknown.
function Get-RegistryValue {
  param(
    [Parameter(Mandatory)] [string] $Hive,
    [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path,
    [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name,
    [int] $View = 64
  )
  $base = Open-RegistryHive -Hive $Hive -View $View
  try {
    $key = $base.OpenSubKey($Path)
    if ($null -ne $key) {
      try {
        $data = $key.GetValue($Name, [DBNull]::Value, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
        if ($data -isnot [DBNull]) {
          [pscustomobject]@{ Type = [string]$key.GetValueKind($Name); Data = $data }
        }
        elseif (@($key.GetValueNames()) -contains $Name) {
          [pscustomobject]@{ Type = 'Unknown'; Data = $null }
        }
      }
      finally { $key.Dispose() }
    }
  }
  finally { $base.Dispose() }
}

# Gives milliseconds since some fixed moment; unlike the clock it is never set back, so every wait and duration is measured with it.
function Get-Tick {
  [long]([Diagnostics.Stopwatch]::GetTimestamp() * 1000.0 / [Diagnostics.Stopwatch]::Frequency)
}

# Runs the 64-bit Windows PowerShell from a 32-bit process, hands its output on line by line, and gives its exit code (an [int]) last.
# Sysnative is the name under which a 32-bit process sees the real System32.
function Invoke-WidePowerShell {
  param([Parameter(Mandatory)] [string[]] $Argument)
  $program = [Environment]::GetFolderPath([Environment+SpecialFolder]::Windows) + '\Sysnative\WindowsPowerShell\v1.0\powershell.exe'
  & $program @Argument
  [int]$LASTEXITCODE
}

# Opens a hive of the registry in the view of 64-bit or 32-bit programs; the caller disposes it.
# A 32-bit Windows has one view and gives it for both (documentation of RegistryKey.OpenBaseKey).
function Open-RegistryHive {
  param([Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU', 'HKU')] [string] $Hive, [ValidateSet(64, 32)] [int] $View = 64)
  $names = @{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' }
  [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]$names[$Hive], [Microsoft.Win32.RegistryView]"Registry$View")
}

# True when this process has administrator's rights (SYSTEM has them too).
function Test-Elevation {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  try { [Security.Principal.WindowsPrincipal]::new($identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator) }
  finally { $identity.Dispose() }
}

# True when this is a 32-bit process on a 64-bit Windows.
function Test-NarrowHost {
  [Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess
}

# Puts the name that people know behind each SID in a message: 'S-1-5-80-0 (NT SERVICE\ALL SERVICES)'.
function Add-AccountName {
  param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Text)
  $Text
}

# Notes which resources an item would change: what reads them from here on is a forecast.
function Add-Pending {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Cause)
  foreach ($identity in @($Item.On) + @($Item.Provides)) {
    if (-not $script:Remedy.Pending.ContainsKey($identity)) { $script:Remedy.Pending[$identity] = $Cause }
  }
}

# Notes how an item came out, and gives the record.
# Outcomes: ok, fixed, failed, blocked, deviates, waiting (behind a failed or blocked item or a restart), after (depends on what an earlier fix would change),
# restart (waits for Windows to restart). Behind: the item that this one waits for; such a record is a consequence, not a cause.
function Add-Record {
  param(
    [Parameter(Mandatory)] [hashtable] $Item,
    [Parameter(Mandatory)] [ValidateSet('ok', 'fixed', 'failed', 'blocked', 'deviates', 'waiting', 'after', 'restart')] [string] $Outcome,
    [AllowEmptyString()] [string] $Why = '',
    [AllowEmptyString()] [string] $Behind = ''
  )
  $now = Get-Tick
  $record = [pscustomobject]@{
    Id           = ConvertTo-Line $Item.Id
    Step         = if ($Item.ContainsKey('Step')) { $Item.Step } else { $script:Remedy.Step }
    Kind         = if ($Item.ContainsKey('Kind')) { $Item.Kind } else { 'check' }
    Label        = ConvertTo-Line $Item.Label
    Outcome      = $Outcome
    Why          = if ($Why -ne '') { ConvertTo-Line (Add-AccountName $Why) } else { '' }
    Behind       = if ($Behind -ne '') { ConvertTo-Line $Behind } else { '' }
    Milliseconds = $now - $script:Remedy.ItemStarted
  }
  $script:Remedy.ItemStarted = $now
  $script:Remedy.Records.Add($record)
  $text = $record.Id + ': ' + $Outcome
  if ($record.Why -ne '') { $text += ', ' + $record.Why }
  if ($Behind -ne '') { $text += ' (' + $Behind + ')' }
  Write-Verbose -Message $text
  $record
}

# Notes that an item did not come out well: what names a resource that it provides waits for it, and unless nothing was tried, what names its own resource too.
function Add-Spoiled {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Outcome)
  $identities = @($Item.Provides)
  if ($Outcome -ne 'blocked') { $identities += @($Item.On) }
  foreach ($identity in $identities) {
    if (-not $script:Remedy.Spoiled.ContainsKey($identity)) { $script:Remedy.Spoiled[$identity] = $Item.Id }
  }
}

# Ends the script before its walk is over: raises what the frame answers with one summary line, since output of a captured expression would be lost.
function Complete-Early {
  param([Parameter(Mandatory)] [ValidateSet('blocked', 'failed', 'busy')] [string] $Outcome, [Parameter(Mandatory)] [string] $Why)
  $script:Remedy['End'] = @{ Outcome = $Outcome; Why = $Why }
  throw $Why
}

# Answers for a script whose walk was not finished.
function Complete-Failure {
  param([Parameter(Mandatory, Position = 0)] [Management.Automation.ErrorRecord] $Failure)
  $end = Get-EndReason -Failure $Failure
  $line = $end.Line
  if ($script:Remedy.ContainsKey('Marks')) { $line += Get-LastRunText }
  Write-Answer -Outcome $end.Outcome -Line $line
}

# After the last step: the summary line and the exit code that the channel expects.
function Complete-Remedy {
  Write-DueRemark
  $outcome = Get-DetectOutcome
  $tail = ''
  # after a remediation that did not succeed nothing else tells the administrator why
  if ($outcome -ne 'compliant') { $tail = Get-LastRunText }
  Write-Answer -Outcome $outcome -Line ((Get-SummaryLine -Outcome $outcome -Limit (2048 - $tail.Length)) + $tail)
}

# In a 32-bit host on a 64-bit Windows, where files and registry are not the real ones: runs this script again in 64-bit PowerShell and ends with its answer.
function Confirm-Bitness {
  if (-not (Test-NarrowHost)) { return }
  if ([string]::IsNullOrEmpty($PSCommandPath)) { Complete-Early -Outcome 'failed' -Why '64-bit PowerShell needed' }
  $code = 1
  foreach ($line in Invoke-WidePowerShell -Argument (Get-RestartArgument -Path $PSCommandPath)) {
    if ($line -is [int]) { $code = $line } else { $line }
  }
  exit $code
}

# Ends the script at once where it runs as the wrong account: without administrator's rights, or a remedy of the user as a system account.
function Confirm-Right {
  if ($script:Remedy.Context -eq 'system' -and -not (Test-Elevation)) { Complete-Early -Outcome 'failed' -Why 'administrator''s rights are needed; nothing was changed' }
}

# Makes text from outside (names, messages, log lines) one line of printable ASCII, at most so many characters, that cannot end a CMTrace entry.
function ConvertTo-Line {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [string] $Text, [int] $Limit = 600)
  $line = [regex]::Replace($Text, '\s+', ' ').Trim()
  $line = [regex]::Replace($line, '[^\x20-\x7E]', '?').Replace(']LOG]', '] LOG]')
  if ($line.Length -gt $Limit) { $line.Substring(0, $Limit - 3) + '...' } else { $line }
}

# 'ensure': tests an item; what deviates would be fixed.
function Ensure {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyLabel,
    [Parameter(Mandatory)] [Alias('On')] [string[]] $RemedyOn,
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Alias('Provides')] [string[]] $RemedyProvides = @(),
    [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyTest
  )
  $RemedyItem = @{ Id = $RemedyId; Label = $RemedyLabel; On = $RemedyOn; Reads = $RemedyReads; Provides = $RemedyProvides }
  $RemedyVerdict = Resolve-Item -RemedyItem $RemedyItem -RemedyTest $RemedyTest
  if ($null -ne $RemedyVerdict) { Write-Plan -Item $RemedyItem -Why $RemedyVerdict.Why }
}

# Gives the verdict of an item that deviates, once what keeps it from being fixed is known: it waits for a restart, runs failed too often, its own blocker.
function Find-Blocker {
  param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [pscustomobject] $RemedyVerdict)
  if ($script:Remedy.Session.ContainsKey('Restart ' + $RemedyItem.Id)) { return NeedsRestart ('waiting for restart: ' + $RemedyVerdict.Why) }
  $RemedyFound = Get-SpentText
  if ($RemedyFound -eq '' -and $null -ne $RemedyItem['Blocker']) { $RemedyFound = Measure-Blocker -RemedyBlocker $RemedyItem['Blocker'] }
  if ($RemedyFound -eq '') { return $RemedyVerdict }
  [pscustomobject]@{ RemedycVerdict = 'blocked'; Why = $RemedyVerdict.Why + ': ' + $RemedyFound }
}

# Gives the item that a table names for the first of these resources that it holds, '' for none.
function Find-First {
  param(
    [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.Generic.Dictionary[string, string]] $Table,
    [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Identity
  )
  foreach ($name in $Identity) {
    if ($Table.ContainsKey($name)) { return $Table[$name] }
  }
  ''
}

# Gives the item that blocks the present block or one around it, '' for none.
function Get-Barrier {
  if ($script:Remedy.Barriers.Count -eq 0) { '' } else { $script:Remedy.Barriers.Peek() }
}

# The verdict where nothing was changed: noncompliant exactly when a repair, started now, would act.
function Get-DetectOutcome {
  if ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
  elseif ((Get-OutcomeCount -Outcome 'failed') -gt 0) { 'failed' }
  elseif ((Get-OutcomeCount -Outcome 'blocked', 'restart', 'waiting') -gt 0) { 'blocked' }
  else { 'compliant' }
}

# Says how a script ends whose walk was not finished: Outcome, Why, and the summary Line with the reason.
function Get-EndReason {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  $end = if ($script:Remedy.ContainsKey('End')) { $script:Remedy['End'] }
  else { @{ Outcome = 'failed'; Why = 'unexpected: ' + (Get-FailureText -Failure $Failure) + (Get-FailurePlace -Failure $Failure) } }
  $word = if ($end.Outcome -eq 'blocked') { 'BLOCKED' } else { 'FAILED' }
  $why = ConvertTo-Line $end.Why
  @{ Outcome = $end.Outcome; Why = $why; Line = '{0} {1} {2} | {3}' -f $word, $script:Remedy.Name, $script:Remedy.Version, $why }
}

# Gives ' (line 12)' for what was caught, '' where PowerShell does not tell the line.
function Get-FailurePlace {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  if ($null -ne $Failure.InvocationInfo) { " (line $($Failure.InvocationInfo.ScriptLineNumber))" } else { '' }
}

# Gives the message of what was caught as one line: the innermost exception's, since PowerShell wraps what .NET throws.
function Get-FailureText {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  $message = $Failure.Exception.GetBaseException().Message
  if ([string]::IsNullOrWhiteSpace($message)) { $message = $Failure.Exception.GetType().Name }
  ConvertTo-Line $message
}

# Gives the fingerprint of this version with these parameters; another one clears the marks of tries.
function Get-Fingerprint {
  $script:Remedy.Fingerprint
}

# Gives what the last run of the remediation came to, as the end of a line that says what is wrong: ' | last run 2026-01-31: BLOCKED ...'; '' where none is known.
# Only administrators write below HKLM, so a mark of a user is not believed; one that is no summary of this remedy is nobody's.
function Get-LastRunText {
  if ((Get-MarkHive) -ne 'HKLM' -or -not $script:Remedy.Marks.ContainsKey('LastRun')) { return '' }
  $mark = $script:Remedy.Marks['LastRun']
  if ($mark.Length -gt 2100 -or $mark -cnotmatch ('\A(\S+) ([A-Z]+) ' + $script:Remedy.Name + ' \S+ \| ([\x20-\x7E]+)\z')) { return '' }
  $time, $word, $said = $Matches[1..3]
  if ($null -eq (Get-MarkAge -Text $time)) { return '' }
  ' | ' + (ConvertTo-Line "last run $($time.Substring(0, 10)): $word $said")
}

# Gives the distance of a mark's time from now, whichever lies ahead (a clock set back does no harm); $null when it is no time: a lost mark.
function Get-MarkAge {
  param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)
  $time = [datetime]::MinValue
  $culture = [Globalization.CultureInfo]::InvariantCulture
  if ([datetime]::TryParseExact($Text, 'o', $culture, [Globalization.DateTimeStyles]::RoundtripKind, [ref]$time)) { ((Get-Clock) - $time).Duration() }
}

# Gives the hive that holds the marks: the machine's, or the user's for a remedy that runs as the user.
function Get-MarkHive {
  if ($script:Remedy.Context -eq 'user') { 'HKCU' } else { 'HKLM' }
}

# Counts the records that came out in one of these ways.
function Get-OutcomeCount {
  param([Parameter(Mandatory)] [string[]] $Outcome)
  $count = 0
  foreach ($record in $script:Remedy.Records) { if ($Outcome -contains $record.Outcome) { $count++ } }
  $count
}

# Gives the arguments with which this script starts itself again; detection has no parameters.
function Get-RestartArgument {
  param([Parameter(Mandatory)] [string] $Path)
  '-NoProfile', '-NonInteractive', '-File', $Path
  if ($script:Remedy['Bound'].ContainsKey('Verbose') -and $script:Remedy['Bound']['Verbose']) { '-Verbose' }
}

# Says that this remedy failed three times in a row during the last day, and why, '' when it did not.
function Get-SpentText {
  $count = 0
  if ($script:Remedy.Marks.ContainsKey('FailedRuns') -and $script:Remedy.Marks.ContainsKey('FailedAt') -and
    [int]::TryParse($script:Remedy.Marks['FailedRuns'], [ref]$count) -and $count -ge 3) {
    $age = Get-MarkAge -Text $script:Remedy.Marks['FailedAt']
    if ($null -ne $age -and $age.TotalDays -lt 1) {
      $why = if ($script:Remedy.Marks.ContainsKey('FailedWhy')) { '; the last one: ' + (ConvertTo-Line $script:Remedy.Marks['FailedWhy'] -Limit 400) } else { '' }
      return "$count runs failed in a row; not tried again for a day, or with -Force$why"
    }
  }
  ''
}

# Gives the records of the present step that came out in one of these ways.
function Get-StepRecord {
  param([Parameter(Mandatory)] [string[]] $Outcome)
  for ($index = $script:Remedy.StepStart; $index -lt $script:Remedy.Records.Count; $index++) {
    if ($Outcome -contains $script:Remedy.Records[$index].Outcome) { $script:Remedy.Records[$index] }
  }
}

# Gives the summary: one line of at most 2,048 ASCII characters, which is what Intune shows; cut between items, failed before blocked before deviating.
function Get-SummaryLine {
  param([Parameter(Mandatory)] [string] $Outcome, [int] $Limit = 2048)
  # what was walked: items, not the guards around them
  $total = @($script:Remedy.Records | Where-Object { $_.Kind -ne 'guard' }).Count
  $fixed = ''
  $word = switch ($Outcome) {
    'compliant' { if ($fixed -eq '') { 'COMPLIANT' } else { 'FIXED' } }
    'busy' { 'FAILED' }
    'restart' { if ($fixed -eq '') { 'RESTART' } else { 'FIXED' } }
    default { $Outcome.ToUpperInvariant() }
  }
  $head = '{0} {1} {2} | ' -f $word, $script:Remedy.Name, $script:Remedy.Version
  if ($word -eq 'NONCOMPLIANT') { $head += '{0} of {1}: ' -f (Get-OutcomeCount -Outcome 'deviates'), $total }
  $parts = [Collections.Generic.List[string]]::new()
  if ($word -eq 'COMPLIANT') {
    $seconds = (((Get-Tick) - $script:Remedy.Started) / 1000.0).ToString('0.0', [Globalization.CultureInfo]::InvariantCulture)
    $parts.Add($(if ($total -eq 1) { "1 check in $seconds s" } else { "$total checks in $seconds s" }))
  }
  $done = @(@($fixed) + @(if ($script:Remedy.RestartNeeded) { 'restart needed' }) | Where-Object { $_ -ne '' })
  $open = @(if ($word -ne 'COMPLIANT') { Get-SummaryPart })
  if ($word -eq 'FIXED') { $parts.AddRange([string[]]($done + $open)) } else { $parts.AddRange([string[]]($open + $done)) }
  foreach ($remark in $script:Remedy.Remarks) { $parts.Add($remark) }
  Join-Summary -Head $head -Part $parts.ToArray() -Limit $Limit
}

# Gives the summary's parts: what failed (with the first cause, or what was seen beside it), what is blocked, what deviates, and what depends on these with its own reason.
function Get-SummaryPart {
  foreach ($outcome in 'failed', 'blocked', 'restart', 'deviates') {
    foreach ($record in $script:Remedy.Records) {
      if ($record.Outcome -eq $outcome -and $record.Behind -eq '') {
        $text = $record.Step + ': ' + $(if ($record.Why -eq '') { $record.Label } else { $record.Why })
        $text
      }
    }
  }
  foreach ($record in $script:Remedy.Records) {
    if ($record.Outcome -eq 'waiting') { $record.Id + ' waits for ' + $record.Behind + $(if ($record.Why -ne '') { ': ' + $record.Why }) }
    elseif ($record.Outcome -eq 'after') { $record.Id + ' after ' + $record.Behind }
  }
}

# Reads the marks. Those of tries count only for the same version and parameters, and not with -Force; gives the names of those that count no more.
function Import-Mark {
  [CmdletBinding()]
  param([switch] $Force)
  $hive = Get-MarkHive
  foreach ($table in 'Marks', 'Session') {
    $marks = Find-Mark -Hive $hive -Remedy $script:Remedy.Name -Session:($table -eq 'Session')
    foreach ($name in $marks.Keys) { $script:Remedy[$table][$name] = $marks[$name] }
  }
  $script:Remedy['Due'] = @(foreach ($name in @($script:Remedy.Session.Keys | Sort-Object)) { if ($name -like 'Due *') { $name.Substring(4) } })
  $same = $script:Remedy.Marks.ContainsKey('Fingerprint') -and $script:Remedy.Marks['Fingerprint'] -ceq (Get-Fingerprint)
  if ($same -and -not $Force) { return }
  foreach ($name in @($script:Remedy.Marks.Keys)) {
    if ($name -notlike 'Asked *' -and $name -notin 'Fingerprint', 'LastRun') {
      $null = $script:Remedy.Marks.Remove($name)
      $name
    }
  }
}

# Before the first step: the right host and the rights, then the marks of earlier runs. Detection creates nothing.
function Initialize-Remedy {
  Initialize-State -Preview $true
  Confirm-Bitness
  Confirm-Right
  $null = Import-Mark
}

# Adds to the script's table what changes while it runs.
# Preview: nothing may change (detection, -WhatIf). Halt: the item that keeps everything after it from changing. Spoiled: resources of items that
# failed, and those that a failed or blocked one provides. Pending: resources that an earlier item would change. Armed: a reboot whose condition holds while nothing has changed yet.
# Settled: reboots whose condition does not hold.
function Initialize-State {
  param([Parameter(Mandatory)] [bool] $Preview)
  $ignoreCase = [StringComparer]::OrdinalIgnoreCase
  $start = Get-Tick
  $state = @{
    Started       = $start
    ItemStarted   = $start
    Preview       = $Preview
    Records       = [Collections.Generic.List[object]]::new()
    Remarks       = [Collections.Generic.List[string]]::new()
    Step          = ''
    StepStart     = 0
    Barriers      = [Collections.Generic.Stack[string]]::new()
    Halt          = ''
    Spoiled       = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    Pending       = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    Planned       = [Collections.Generic.List[string]]::new()
    Armed         = $null
    Settled       = [Collections.Generic.List[string]]::new()
    RestartNeeded = $false
    Marks         = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    Session       = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
  }
  foreach ($name in $state.Keys) { $script:Remedy[$name] = $state[$name] }
}

# Joins the parts of the summary as long as they fit, and says how many did not.
function Join-Summary {
  param([Parameter(Mandatory)] [string] $Head, [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Part, [Parameter(Mandatory)] [int] $Limit)
  $line = $Head
  for ($index = 0; $index -lt $Part.Count; $index++) {
    $next = if ($index -eq 0) { $Part[$index] } else { '; ' + $Part[$index] }
    $left = $Part.Count - $index - 1
    $reserve = if ($left -eq 0) { 0 } else { ('; and {0} more' -f $left).Length }
    if ($line.Length + $next.Length + $reserve -gt $Limit) { return $line + ('; and {0} more' -f ($left + 1)) }
    $line += $next
  }
  $line
}

# Asks what stands in the way of a fix, '' for nothing; what cannot be asked stands in the way, too.
function Measure-Blocker {
  param([Parameter(Mandatory)] [scriptblock] $RemedyBlocker)
  try { Measure-Reason -RemedyBlock $RemedyBlocker }
  catch { 'what stands in the way of a fix cannot be read: ' + (Get-FailureText -Failure $_) }
}

# Runs a block that gives nothing or one reason, and gives that reason, '' for nothing. Throws when it gives anything else, and names its function.
function Measure-Reason {
  param([Parameter(Mandatory)] [scriptblock] $RemedyBlock)
  $RemedyOutput = @(& $RemedyBlock)
  if ($RemedyOutput.Count -eq 0) { return '' }
  if ($RemedyOutput.Count -eq 1 -and $RemedyOutput[0] -is [string] -and $RemedyOutput[0].Trim() -ne '') { return $RemedyOutput[0] }
  $RemedyName = [regex]::Match([string]$RemedyBlock, '(?m)^\s*([A-Z][A-Za-z]+-[A-Za-z0-9]+)').Groups[1].Value
  $RemedyGiven = if ($RemedyOutput.Count -eq 1) { '1 value that is no text' } else { "$($RemedyOutput.Count) values" }
  throw "$RemedyName gave $RemedyGiven instead of nothing or one reason"
}

# Runs a test and gives its verdict: it holds, it deviates, or it is blocked since it cannot be read. What is thrown need not name the thing, so the label does.
function Measure-Verdict {
  param([Parameter(Mandatory)] [string] $RemedyLabel, [Parameter(Mandatory)] [scriptblock] $RemedyTest)
  try { $RemedyWhy = Measure-Reason -RemedyBlock $RemedyTest }
  catch { return [pscustomobject]@{ RemedycVerdict = 'blocked'; Why = "'$RemedyLabel' cannot be read: " + (Get-FailureText -Failure $_) } }
  [pscustomobject]@{ RemedycVerdict = $(if ($RemedyWhy -eq '') { 'holds' } else { 'deviates' }); Why = $RemedyWhy }
}

# What a repair or an action may give back: it worked, and Windows must restart for it to count.
function NeedsRestart {
  param([Parameter(Mandatory, Position = 0)] [string] $Why)
  [pscustomobject]@{ RemedycVerdict = 'restart'; Why = $Why }
}

# Tests an item and decides: gives its verdict when it is to be fixed now, otherwise notes how it came out and gives nothing.
# The one decision of detection, -WhatIf and repair alike.
function Resolve-Item {
  param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [scriptblock] $RemedyTest)
  if (Resolve-Obstacle -Item $RemedyItem) { return }
  $RemedyVerdict = Measure-Verdict -RemedyLabel $RemedyItem.Label -RemedyTest $RemedyTest
  # What is blocked only because something before it is not done yet waits for that, and is not a cause of its own.
  if ($RemedyVerdict.RemedycVerdict -ne 'holds') {
    $RemedyBehind = $script:Remedy.Halt
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-First -Table $script:Remedy.Spoiled -Identity (@($RemedyItem.On) + @($RemedyItem.Reads)) }
    if ($RemedyBehind -ne '') {
      Write-Record -Item $RemedyItem -Outcome 'waiting' -Why $RemedyVerdict.Why -Behind $RemedyBehind
      return
    }
    if ($RemedyVerdict.RemedycVerdict -eq 'deviates') { $RemedyVerdict = Find-Blocker -RemedyItem $RemedyItem -RemedyVerdict $RemedyVerdict }
  }
  switch ($RemedyVerdict.RemedycVerdict) {
    'holds' { Write-Record -Item $RemedyItem -Outcome 'ok' }
    'deviates' {
      $RemedyVerdict
    }
    'restart' { Write-Trouble -Item $RemedyItem -Outcome 'restart' -Why $RemedyVerdict.Why }
    default { Write-Trouble -Item $RemedyItem -Outcome 'blocked' -Why $RemedyVerdict.Why }
  }
}

# True when an item is not even tested, and notes why: its block is blocked, or it depends on what an earlier fix would change (forecast).
function Resolve-Obstacle {
  param([Parameter(Mandatory)] [hashtable] $Item)
  $barrier = Get-Barrier
  if ($barrier -ne '') {
    Write-Record -Item $Item -Outcome 'blocked' -Behind $barrier
    return $true
  }
  $cause = Find-First -Table $script:Remedy.Pending -Identity (@($Item.On) + @($Item.Reads))
  if ($cause -ne '') {
    Write-Record -Item $Item -Outcome 'after' -Behind $cause
    Add-Pending -Item $Item -Cause $cause
    return $true
  }
  $false
}

# The unit of reporting: walks its items in order; when one fails, looks for the cause. One with an item that failed, is blocked, waits for a restart
# or was declined halts the steps after it.
function Step {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyName,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
    [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyBody
  )
  $script:Remedy.Step = $RemedyName
  $script:Remedy.StepStart = $script:Remedy.Records.Count
  $script:Remedy.Barriers.Clear()
  $script:Remedy.ItemStarted = Get-Tick
  Write-Note -Text "step $RemedyName`: $RemedyTitle"
  try { $null = & $RemedyBody }
  catch {
    $RemedyItem = @{ Id = $RemedyName; Kind = 'guard'; Label = 'step ' + $RemedyName; On = @(); Reads = @(); Provides = @() }
    Write-Record -Item $RemedyItem -Outcome 'failed' -Why ((Get-FailureText -Failure $_) + (Get-FailurePlace -Failure $_))
  }
  if ($script:Remedy.Halt -ne '') { return }
  $RemedyStops = @('failed', 'blocked', 'restart') + @(if (-not $script:Remedy.Preview) { 'deviates' })
  foreach ($RemedyRecord in @(Get-StepRecord -Outcome $RemedyStops | Select-Object -First 1)) { $script:Remedy.Halt = $RemedyRecord.Id }
}

# True when two texts are the same, character by character; $null is the same as $null only.
function Test-Text {
  param(
    [Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Left,
    [Parameter(Mandatory, Position = 1)] [AllowNull()] [object] $Right,
    [switch] $IgnoreCase
  )
  if ($null -eq $Left -or $null -eq $Right) { return $null -eq $Left -and $null -eq $Right }
  $comparison = if ($IgnoreCase) { [StringComparison]::OrdinalIgnoreCase } else { [StringComparison]::Ordinal }
  [string]::Equals([string]$Left, [string]$Right, $comparison)
}

# Gives the channel its answer - the summary, one word, or nothing - and ends the script with the exit code; nothing may follow.
function Write-Answer {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
  $code, $answer = $script:Remedy.Dialect[$Outcome]
  if ($answer -like 'summary*') { Write-Output -InputObject $Line }
  elseif ($answer -like 'token:*') { Write-Output -InputObject $answer.Substring(6) }
  exit $code
}

# A restart that an earlier run owes since Windows started - its change counts after one - is said until Windows restarts; in a repair role it is asked for again.
function Write-DueRemark {
  foreach ($id in @($script:Remedy.Due)) {
    if (-not $script:Remedy.Session.ContainsKey("Due $id")) { continue }
    if (-not $script:Remedy.Preview) { $script:Remedy.RestartNeeded = $true }
    Write-Remark -Id $id -Text "a restart is due: $($script:Remedy.Session["Due $id"])"
  }
}

# Explains something to who asked with -Verbose; detection writes no log.
function Write-Note {
  param([Parameter(Mandatory)] [string] $Text)
  Write-Verbose -Message (ConvertTo-Line $Text)
}

# Notes an item that would be fixed: from here on the walk is a forecast.
function Write-Plan {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
  Write-Record -Item $Item -Outcome 'deviates' -Why $Why
  $script:Remedy.Planned.Add($Item.Id)
  Add-Pending -Item $Item -Cause $Item.Id
}

# Notes how an item came out.
function Write-Record {
  param(
    [Parameter(Mandatory)] [hashtable] $Item,
    [Parameter(Mandatory)] [string] $Outcome,
    [AllowEmptyString()] [string] $Why = '',
    [AllowEmptyString()] [string] $Behind = ''
  )
  $null = Add-Record -Item $Item -Outcome $Outcome -Why $Why -Behind $Behind
}

# Notes something for people that is no verdict; it stands at the end of the summary line, once.
function Write-Remark {
  param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] [string] $Id)
  $line = ConvertTo-Line (Add-AccountName $Text)
  if ($script:Remedy.Remarks.Contains($line)) { return }
  $script:Remedy.Remarks.Add($line)
  Write-Note -Text ($Id + ': ' + $line)
}

# Notes an item that failed or is blocked, so that what depends on it waits.
function Write-Trouble {
  param(
    [Parameter(Mandatory)] [hashtable] $Item,
    [Parameter(Mandatory)] [string] $Outcome,
    [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why
  )
  Write-Record -Item $Item -Outcome $Outcome -Why $Why
  Add-Spoiled -Item $Item -Outcome $Outcome
}

# Gives Type (a remedy's word), Kind (a name of RegistryValueKind) and Data (as .NET takes it) of the value that a remedy wants.
# Without a type int and bool are dword, a string is string, a list is multi_string. A dword may be given signed or unsigned; .NET takes it signed.
# binary is given as hexadecimal text: '01 ff'.
function ConvertTo-RegistryData {
  param([Parameter(Mandatory)] [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data, [string] $Type = '')
  if ($Type -eq '') {
    $Type = if ($Data -is [array]) { 'multi_string' } elseif ($Data -is [string]) { 'string' } else { 'dword' }
  }
  # REG_ numbers
  $kinds = @{ string = 1; expand_string = 2; binary = 3; dword = 4; multi_string = 7; qword = 11 }
  if (-not $kinds.ContainsKey($Type)) { throw "registry type $Type is unknown" }
  $typed = switch ($Type) {
    'dword' {
      $number = [long]$Data
      if ($number -lt -2147483648L -or $number -gt 4294967295L) { throw "$number does not fit into a dword" }
      if ($number -gt 2147483647L) { $number -= 4294967296L }
      [int]$number
    }
    'qword' { [long]$Data }
    'multi_string' { , [string[]]@($Data) }
    'binary' {
      $digits = ([string]$Data) -replace '\s', ''
      if ($digits -notmatch '^([0-9A-Fa-f]{2})*$') { throw 'binary registry data must be written as pairs of hexadecimal digits' }
      , [byte[]]@(for ($i = 0; $i -lt $digits.Length; $i += 2) { [Convert]::ToByte($digits.Substring($i, 2), 16) })
    }
    default { [string]$Data }
  }
  [pscustomobject]@{ Type = $Type; Kind = [string][Microsoft.Win32.RegistryValueKind]$kinds[$Type]; Data = $typed }
}

# Gives the registry values that differ from the wishes for one protocol, as Get-TlsDeviation does; '' is no wish.
function Find-TlsDeviation {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  if ($Client -ne '') { Get-TlsDeviation -Version $Version -Role 'Client' -Wish $Client }
  if ($Server -ne '') { Get-TlsDeviation -Version $Version -Role 'Server' -Wish $Server }
}

# Gives type and data of a registry value for messages: dword 1, string "text", multi_string ["a", "b"], binary 01 ff.
function Format-RegistryData {
  param([Parameter(Mandatory)] [string] $Type, [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data)
  $text = switch ($Type) {
    { $_ -in 'string', 'expand_string' } { '"' + $Data + '"' }
    'multi_string' { '[' + (@($Data | ForEach-Object { '"' + $_ + '"' }) -join ', ') + ']' }
    'binary' { [BitConverter]::ToString([byte[]]@($Data), 0, [Math]::Min(16, @($Data).Count)).Replace('-', ' ').ToLowerInvariant() }
    'dword' { [string]([long]$Data -band 0xFFFFFFFFL) }
    'unknown' { '' }
    default { [string]$Data }
  }
  $line = ConvertTo-Line $text -Limit 120
  if ($Type -eq 'binary' -and @($Data).Count -gt 16) { $line += " ... ($(@($Data).Count) bytes)" }
  "$Type $line".TrimEnd()
}

# Says what a registry value is: 'registry value HKLM\SOFTWARE\X\Y is dword 1', or that it is missing. View 0: none was asked for.
function Format-RegistryFinding {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 0, [AllowNull()] [pscustomobject] $Actual)
  $what = if ($null -eq $Actual) { 'is missing' } else { "is $(Format-RegistryData -Type $Actual.Type -Data $Actual.Data)" }
  "registry value $(Format-RegistryName -Key $Key -Name $Name -View $View) $what"
}

# Gives the name of a registry value for messages: key, value, and the view where one is given.
function Format-RegistryName {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 0)
  $text = if ($Name -eq '') { "$Key\(default)" } else { "$Key\$Name" }
  if ($View -ne 0) { $text += " ($View-bit view)" }
  ConvertTo-Line $text
}

# Gives the registry values that differ from the wish for one protocol and role: Key, Name, Data (wanted), Why (one text for both).
function Get-TlsDeviation {
  param(
    [Parameter(Mandatory)] [string] $Version,
    [Parameter(Mandatory)] [string] $Role,
    [Parameter(Mandatory)] [ValidateSet('on', 'off')] [string] $Wish
  )
  $is = Get-TlsSetting -Version $Version -Role $Role
  if ($is.State -eq $Wish) { return }
  $said = switch ($is.State) {
    'unset' { 'is not set (the default of Windows counts)' }
    'off' { 'is explicitly disabled' }
    'on' { 'is explicitly enabled' }
    default { if ($is.IsDisabled) { 'is explicitly disabled' } else { 'is only partly set' } }
  }
  $words = foreach ($entry in @{ Name = 'Enabled'; Value = $is.Enabled }, @{ Name = 'DisabledByDefault'; Value = $is.DisabledByDefault }) {
    if ($null -eq $entry.Value) { "$($entry.Name) is missing" }
    else { "$($entry.Name) is $(Format-RegistryData -Type $entry.Value.Type -Data $entry.Value.Data)" }
  }
  $why = "$($is.Name) $said, it should be ${Wish}: $($words -join ', ')"
  $isEnough = if ($Wish -eq 'on') { $is.IsEnabled } else { $is.IsDisabled }
  $byDefault = [int]($Wish -eq 'off')
  if (-not $isEnough) { [pscustomobject]@{ Key = $is.Key; Name = 'Enabled'; Data = [int]($Wish -eq 'on'); Why = $why } }
  if ($is.ByDefault -ne $byDefault) { [pscustomobject]@{ Key = $is.Key; Name = 'DisabledByDefault'; Data = $byDefault; Why = $why } }
}

# Gives what Schannel's registry says of one protocol and role: Key, both values, State on, off, unset or mixed.
# Source: Microsoft, "Transport Layer Security (TLS) registry settings". Enabled is on with any number but 0; 0xffffffff is in use as well as 1.
# unset: neither value is there, so the default of this Windows counts. mixed: everything else, for example a value of a wrong type.
function Get-TlsSetting {
  param([Parameter(Mandatory)] [string] $Version, [Parameter(Mandatory)] [ValidateSet('Client', 'Server')] [string] $Role)
  $protocol = if ($Version -match '^[0-9]') { "TLS $Version" } else { $Version }
  $key = "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$protocol\$Role"
  $enabled = Read-RegistryEntry -Key $key -Name 'Enabled'
  $disabled = Read-RegistryEntry -Key $key -Name 'DisabledByDefault'
  $isEnabled = $null -ne $enabled -and $enabled.Type -eq 'dword' -and $enabled.Data -ne 0
  $isDisabled = $null -ne $enabled -and $enabled.Type -eq 'dword' -and $enabled.Data -eq 0
  $byDefault = if ($null -ne $disabled -and $disabled.Type -eq 'dword') { $disabled.Data } else { -1 }
  $state = if ($null -eq $enabled -and $null -eq $disabled) { 'unset' }
  elseif ($isEnabled -and $byDefault -eq 0) { 'on' }
  elseif ($isDisabled -and $byDefault -eq 1) { 'off' }
  else { 'mixed' }
  [pscustomobject]@{
    Name = "$protocol $($Role.ToLowerInvariant())"; Key = $key; State = $state; Enabled = $enabled; DisabledByDefault = $disabled
    IsEnabled = $isEnabled; IsDisabled = $isDisabled; ByDefault = $byDefault
  }
}

# Reads type and data of a registry value in the words of a remedy (dword, string, ...); nothing when it is absent.
# A DWORD is an unsigned number of 32 bits: 0xffffffff is 4294967295, not -1 as .NET gives it.
function Read-RegistryEntry {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64)
  $at = Split-RegistryKey -Key $Key
  try { $value = Get-RegistryValue -Hive $at.Hive -Path $at.Path -Name $Name -View $View }
  catch { throw "registry value $(Format-RegistryName -Key $Key -Name $Name): $($_.Exception.GetBaseException().Message)" }
  if ($null -eq $value) { return }

  # by REG_ number; -1 and 0 are types that .NET does not know
  $words = @{ 1 = 'string'; 2 = 'expand_string'; 3 = 'binary'; 4 = 'dword'; 7 = 'multi_string'; 11 = 'qword'; -1 = 'unknown'; 0 = 'unknown' }
  $data = $value.Data
  if ($value.Type -eq 'DWord') { $data = [long]$data -band 0xFFFFFFFFL }
  [pscustomobject]@{ Type = $words[[int][Microsoft.Win32.RegistryValueKind]$value.Type]; Data = $data }
}

# Splits a key such as HKLM\SOFTWARE\Contoso into Hive (HKLM, HKCU, HKU) and Path; throws for any other beginning.
function Split-RegistryKey {
  param([Parameter(Mandatory)] [string] $Key)

  $hives = @{
    HKLM = 'HKLM'; HKEY_LOCAL_MACHINE = 'HKLM'
    HKCU = 'HKCU'; HKEY_CURRENT_USER = 'HKCU'
    HKU = 'HKU'; HKEY_USERS = 'HKU'
  }
  $root, $path = $Key.Split([char[]]'\', 2)
  if (-not $hives.ContainsKey($root)) { throw "registry key $Key does not begin with HKLM, HKCU or HKEY_USERS" }
  [pscustomobject]@{ Hive = $hives[$root]; Path = ([string]$path).Trim('\') }
}

# Tells whether what stands in the registry is what a remedy wants: same type, same data; text is compared with its case.
function Test-RegistryData {
  param([Parameter(Mandatory)] [pscustomobject] $Actual, [Parameter(Mandatory)] [pscustomobject] $Wanted)
  if ($Actual.Type -ne $Wanted.Type) { return $false }
  if ($Wanted.Type -eq 'dword') { return $Actual.Data -eq ([long]$Wanted.Data -band 0xFFFFFFFFL) }
  if ($Wanted.Type -eq 'qword') { return $Actual.Data -eq $Wanted.Data }
  $left = @($Actual.Data)
  $right = @($Wanted.Data)
  if ($left.Count -ne $right.Count) { return $false }
  for ($i = 0; $i -lt $left.Count; $i++) {
    $same = if ($left[$i] -is [string]) { Test-Text $left[$i] $right[$i] } else { $left[$i] -eq $right[$i] }
    if (-not $same) { return $false }
  }
  $true
}

# Tests a registry value: gives nothing where it has this type and data, else the reason. Without Data only its presence and Type are tested.
function Test-RegistryValue {
  param(
    [Parameter(Mandatory)] [string] $Key,
    [AllowEmptyString()] [string] $Name = '',
    [int] $View = 64,
    [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data,
    [string] $Type = ''
  )
  $actual = Read-RegistryEntry -Key $Key -Name $Name -View $View
  $is = Format-RegistryFinding -Key $Key -Name $Name -View $(if ($PSBoundParameters.ContainsKey('View')) { $View } else { 0 }) -Actual $actual
  if ($PSBoundParameters.ContainsKey('Data')) {
    $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
    if ($null -ne $actual -and (Test-RegistryData -Actual $actual -Wanted $wanted)) { return }
    "$is, it should be $(Format-RegistryData -Type $wanted.Type -Data $wanted.Data)"
  }
  elseif ($null -eq $actual -or ($Type -ne '' -and $actual.Type -ne $Type)) { "$is, it should be there$(if ($Type -ne '') { " as $Type" })" }
}

# Tests a protocol of Schannel: gives nothing where Enabled and DisabledByDefault say what is wished for client and server, else the reason.
function Test-Tls {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  $wrong = @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)
  if ($wrong.Count -gt 0) { @($wrong | ForEach-Object { $_.Why } | Sort-Object -Unique) -join ' and ' }
}

  Initialize-Remedy
  Step 'tls12' 'Switch TLS 1.2 on' {
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'tls12.1' 'tls 1.2: client on, server on' -On 'tls 1.2' { Test-Tls -Version '1.2' -Client 'on' -Server 'on' }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'tls12.2' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: schusestrongcrypto' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    }
    # examples/tls12-baseline.remedy:14: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', "SystemDefaultTlsVersions") { data: 1 }
    Ensure 'tls12.3' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: systemdefaulttlsversions' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SystemDefaultTlsVersions' -Data 1
    }
    # examples/tls12-baseline.remedy:16: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', "SchUseStrongCrypto", view: 32) { data: 1 }
    Ensure 'tls12.4' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto 32: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: schusestrongcrypto view: 32' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -View 32 -Data 1
    }
    # examples/tls12-baseline.remedy:17: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', "SystemDefaultTlsVersions", view: 32) { dat...
    Ensure 'tls12.5' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions 32: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: systemdefaulttlsversions view: 32' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SystemDefaultTlsVersions' -View 32 -Data 1
    }
  }
  Step 'legacy' 'Switch TLS 1.0 and 1.1 off' {
    # examples/tls12-baseline.remedy:22: ensure tls(protocol) { client: off, server: off }
    Ensure 'legacy.1' 'tls 1.0: client off, server off' -On 'tls 1.0' { Test-Tls -Version '1.0' -Client 'off' -Server 'off' }
    # examples/tls12-baseline.remedy:22: ensure tls(protocol) { client: off, server: off }
    Ensure 'legacy.2' 'tls 1.1: client off, server off' -On 'tls 1.1' { Test-Tls -Version '1.1' -Client 'off' -Server 'off' }
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
