<#
.SYNOPSIS
    TLS 1.2 baseline: tests and repairs; with -WhatIf it only tells
.DESCRIPTION
    TLS 1.2 is on for client and server, and .NET Framework programs use it; TLS 1.0 and 1.1 are off.
.PARAMETER LegacyOff
    Switch the old versions off as well.
.PARAMETER Force
    Tries again what was tried in the last day and did not help.
.NOTES
    Remedy    tls12_baseline 1.0.0
    Target    standalone
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/tls12-baseline.remedy, SHA-256 e6d152ffd2e60bc6a1e7ed2798262a2cc04defcbce68bd45caa5f49222064f15
    Imports   examples/parts/tls12.remedy, SHA-256 8336234b007c39fc4b0d37a470c87045deb6372cb53c9de67bc5f96ec06500fa
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param(
    [string]$LegacyOff = 'true',
    [switch]$Force
)
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  # In constrained language calls of .NET fail; what follows here are commands only.
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Write-Output 'BLOCKED tls12_baseline 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
    exit 20001
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
    Role = 'standalone'
    Target = 'standalone'
    Context = 'system'
    Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Items = @('tls12.1', 'tls12.2', 'tls12.3', 'tls12.4', 'tls12.5', 'legacy.1', 'legacy.2')
    Accounts = @{ }
    Parameters = [ordered]@{ LegacyOff = $LegacyOff }
    Dialect = @{
      compliant = @(0, 'summary')
      noncompliant = @(1, 'summary')
      blocked = @(20001, 'summary')
      failed = @(1603, 'summary')
      restart = @(3010, 'summary')
      busy = @(1618, 'summary')
    }
  }
  $Remedy['Bound'] = $PSBoundParameters
  $Remedy['Cmdlet'] = $PSCmdlet
  $Remedy['Force'] = [bool]$Force

# Appends text to a file of ours; its folder has been verified before.
function Add-LogText {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)
  [IO.File]::AppendAllText($Path, $Text, [Text.Encoding]::ASCII)
}

# Creates a folder for SYSTEM and Administrators alone, with its rights in the same call: nobody can open it in between.
# DirectoryInfo.Create(DirectorySecurity) exists in .NET Framework only; .NET has it as FileSystemAclExtensions.Create.
function Add-ProtectedFolder {
  param([Parameter(Mandatory)] [string] $Path)
  $security = [Security.AccessControl.DirectorySecurity]::new()
  $security.SetSecurityDescriptorSddlForm('O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
  $folder = [IO.DirectoryInfo]::new($Path)
  $extension = 'System.IO.FileSystemAclExtensions' -as [type]
  if ($null -ne $extension) { $extension::Create($folder, $security) } else { $folder.Create($security) }
}

# Deletes a mark of a remedy; one that is not there is no error.
function Clear-Mark {
  param(
    [Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU')] [string] $Hive,
    [Parameter(Mandatory)] [string] $Remedy,
    [Parameter(Mandatory)] [string] $Name,
    [switch] $Session
  )
  $path = "SOFTWARE\Remedyc\$Remedy"
  if ($Session) { $path += '\Session' }
  $base = Open-RegistryHive -Hive $Hive
  try {
    $key = $base.OpenSubKey($path, $true)
    if ($null -ne $key) {
      try { $key.DeleteValue($Name, $false) } finally { $key.Dispose() }
    }
  }
  finally { $base.Dispose() }
}

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

# Gives the size of a file in bytes, 0 when it does not exist.
function Get-LogLength {
  param([Parameter(Mandatory)] [string] $Path)
  $file = [IO.FileInfo]::new($Path)
  if ($file.Exists) { $file.Length } else { [long]0 }
}

# Gives Owner (SID), Reparse (junction or link) and Rules (Sid, Rights, Allow, InheritOnly, Inherited) of a file or folder, $null when it does not exist.
function Get-PathSecurity {
  param([Parameter(Mandatory)] [string] $Path)
  $entry = if ([IO.Directory]::Exists($Path)) { [IO.DirectoryInfo]::new($Path) } else { [IO.FileInfo]::new($Path) }
  if (-not $entry.Exists) { return }
  $sections = [Security.AccessControl.AccessControlSections]'Owner, Access'
  $extension = 'System.IO.FileSystemAclExtensions' -as [type]
  $security = if ($null -ne $extension) { $extension::GetAccessControl($entry, $sections) } else { $entry.GetAccessControl($sections) }
  $rules = foreach ($rule in $security.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])) {
    [pscustomobject]@{
      Sid         = $rule.IdentityReference.Value
      Rights      = [int]$rule.FileSystemRights
      Allow       = $rule.AccessControlType -eq [Security.AccessControl.AccessControlType]::Allow
      InheritOnly = ($rule.PropagationFlags -band [Security.AccessControl.PropagationFlags]::InheritOnly) -ne 0
      Inherited   = $rule.IsInherited
    }
  }
  [pscustomobject]@{
    Owner   = $security.GetOwner([Security.Principal.SecurityIdentifier]).Value
    Reparse = ($entry.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
    Rules   = @($rules)
  }
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

# Gives the friendly name of an applied Group Policy object by its id in the RSOP data; nothing when it is not there.
function Get-RsopGpoName {
  param([Parameter(Mandatory)] [string] $GpoId, [string] $Account = '')
  $space = if ($Account -eq '') { 'root\rsop\computer' } else { 'root\rsop\user\' + $Account.Replace('-', '_') }
  $filter = "id = '{0}'" -f $GpoId.Replace('\', '\\').Replace("'", "\'")
  Get-CimInstance -Namespace $space -ClassName RSOP_GPO -Filter $filter -OperationTimeoutSec 20 | ForEach-Object { $_.name }
}

# Gives GpoId, Deleted, Type (REG_ number) and Data (bytes) of the registry value that wins by Group Policy; nothing when no policy sets it.
# Class RSOP_RegistryPolicySetting, precedence 1 is the winner. Account: SID of the user for a value below HKEY_CURRENT_USER, empty for the computer's.
function Get-RsopRegistrySetting {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name, [string] $Account = '')
  $space = if ($Account -eq '') { 'root\rsop\computer' } else { 'root\rsop\user\' + $Account.Replace('-', '_') }
  $quoted = foreach ($text in $Path, $Name) { $text.Replace('\', '\\').Replace("'", "\'") }
  $filter = "precedence = 1 AND registryKey = '{0}' AND valueName = '{1}'" -f $quoted
  Get-CimInstance -Namespace $space -ClassName RSOP_RegistryPolicySetting -Filter $filter -OperationTimeoutSec 20 |
    ForEach-Object { [pscustomobject]@{ GpoId = $_.GPOID; Deleted = $_.deleted; Type = $_.valueType; Data = [byte[]]@($_.value) } }
}

# Gives the path of a folder that Windows knows by name, as a member of Environment.SpecialFolder; never from an environment variable.
function Get-SpecialFolder {
  param([Parameter(Mandatory)] [string] $Name)
  [Environment]::GetFolderPath([Environment+SpecialFolder]$Name)
}

# Gives milliseconds since some fixed moment; unlike the clock it is never set back, so every wait and duration is measured with it.
function Get-Tick {
  [long]([Diagnostics.Stopwatch]::GetTimestamp() * 1000.0 / [Diagnostics.Stopwatch]::Frequency)
}

# Gives the SID of the account that runs this process.
function Get-UserSid {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  try { $identity.User.Value } finally { $identity.Dispose() }
}

# Runs the 64-bit Windows PowerShell from a 32-bit process, hands its output on line by line, and gives its exit code (an [int]) last.
# Sysnative is the name under which a 32-bit process sees the real System32.
function Invoke-WidePowerShell {
  param([Parameter(Mandatory)] [string[]] $Argument)
  $program = [Environment]::GetFolderPath([Environment+SpecialFolder]::Windows) + '\Sysnative\WindowsPowerShell\v1.0\powershell.exe'
  & $program @Argument
  [int]$LASTEXITCODE
}

# Gives a file of ours another name in its folder, over an older one of that name.
function Move-Log {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Destination)
  [IO.File]::Delete($Destination)
  [IO.File]::Move($Path, $Destination)
}

# Opens a file for this process alone and gives the stream, which is the lock; $null when another process has it.
# A file, since anyone may create a named kernel object first. ERROR_SHARING_VIOLATION is 32, ERROR_LOCK_VIOLATION 33; other errors are thrown.
function Open-LockFile {
  param([Parameter(Mandatory)] [string] $Path)
  try { [IO.File]::Open($Path, [IO.FileMode]::OpenOrCreate, [IO.FileAccess]::ReadWrite, [IO.FileShare]::None) }
  catch [IO.IOException] {
    if (@(32, 33) -notcontains ($_.Exception.GetBaseException().HResult -band 0xFFFF)) { throw }
  }
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

# Tells whether an existing registry key may be written: opens it for writing and closes it again. $false as well when it is absent.
function Test-RegistryAccess {
  param([Parameter(Mandatory)] [string] $Hive, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path, [int] $View = 64)
  $base = Open-RegistryHive -Hive $Hive -View $View
  try {
    $key = $base.OpenSubKey($Path, $true)
    $writable = $null -ne $key
    if ($writable) { $key.Dispose() }
    $writable
  }
  catch [Security.SecurityException], [UnauthorizedAccessException] { $false }
  finally { $base.Dispose() }
}

# Tells whether a registry key exists. Throws SecurityException where it may not be read.
function Test-RegistryPath {
  param([Parameter(Mandatory)] [string] $Hive, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path, [int] $View = 64)
  $base = Open-RegistryHive -Hive $Hive -View $View
  try {
    $key = $base.OpenSubKey($Path)
    $exists = $null -ne $key
    if ($exists) { $key.Dispose() }
    $exists
  }
  finally { $base.Dispose() }
}

# Does nothing for some milliseconds; Ctrl-C ends it.
function Wait-Moment {
  param([Parameter(Mandatory)] [int] $Milliseconds)
  Start-Sleep -Milliseconds $Milliseconds
}

# Writes a mark of a remedy; -Session: into a volatile key, which is gone when Windows restarts.
# RegistryKey.CreateSubKey(String, Boolean, RegistryOptions) came with .NET Framework 4.6. Options of a key that exists stay as they are.
function Write-Mark {
  param(
    [Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU')] [string] $Hive,
    [Parameter(Mandatory)] [string] $Remedy,
    [Parameter(Mandatory)] [string] $Name,
    [Parameter(Mandatory)] [string] $Value,
    [switch] $Session
  )
  $base = Open-RegistryHive -Hive $Hive
  try {
    $key = $base.CreateSubKey("SOFTWARE\Remedyc\$Remedy", $true)
    try {
      if ($Session) {
        $volatile = $key.CreateSubKey('Session', $true, [Microsoft.Win32.RegistryOptions]::Volatile)
        try { $volatile.SetValue($Name, $Value) } finally { $volatile.Dispose() }
      }
      else { $key.SetValue($Name, $Value) }
    }
    finally { $key.Dispose() }
  }
  finally { $base.Dispose() }
}

# Writes a registry value with its type (name of a RegistryValueKind), over one of another type as well; creates the key where it is absent.
# Data as .NET takes it: DWord [int], QWord [long], texts [string], MultiString [string[]], Binary and None [byte[]].
function Write-RegistryValue {
  param(
    [Parameter(Mandatory)] [string] $Hive,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name,
    [Parameter(Mandatory)] [string] $Type,
    [Parameter(Mandatory)] [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data,
    [int] $View = 64
  )
  $base = Open-RegistryHive -Hive $Hive -View $View
  try {
    $key = $base.CreateSubKey($Path)
    try { $key.SetValue($Name, $Data, [Microsoft.Win32.RegistryValueKind]$Type) } finally { $key.Dispose() }
  }
  finally { $base.Dispose() }
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
    Busy         = $Item.ContainsKey('Busy') -and $Item.Busy
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

# Deletes a mark, where there is one.
function Clear-SavedMark {
  param([Parameter(Mandatory)] [string] $Name, [switch] $Session)
  $table = if ($Session) { $script:Remedy.Session } else { $script:Remedy.Marks }
  if ($table.Remove($Name)) { Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Session:$Session }
}

# Deletes the marks of another version or of other parameters.
function Clear-Stale {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Name)
  foreach ($mark in $Name) { Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $mark }
}

# Lets the next run of this remedy begin.
function Close-Lock {
  if ($script:Remedy.ContainsKey('Lock') -and $null -ne $script:Remedy.Lock) {
    $script:Remedy.Lock.Dispose()
    $script:Remedy.Lock = $null
  }
}

# Ends the script before its walk is over: raises what the frame answers with one summary line, since output of a captured expression would be lost.
function Complete-Early {
  param([Parameter(Mandatory)] [ValidateSet('blocked', 'failed', 'busy')] [string] $Outcome, [Parameter(Mandatory)] [string] $Why)
  $script:Remedy['End'] = @{ Outcome = $Outcome; Why = $Why }
  throw $Why
}

# Answers for a script whose walk was not finished, in the log too; an error that nothing foresaw counts as a failed run.
function Complete-Failure {
  param([Parameter(Mandatory, Position = 0)] [Management.Automation.ErrorRecord] $Failure)
  $end = Get-EndReason -Failure $Failure
  $line = $end.Line
  if ($script:Remedy.ContainsKey('Lock') -and $null -ne $script:Remedy.Lock) {
    if (-not $script:Remedy.ContainsKey('End')) {
      try { Write-RunMark -Outcome 'failed' -Why $end.Why } catch { $line += '; its marks could not be written' }
    }
    Write-Summary -Outcome $end.Outcome -Line $line
    Close-Lock
  }
  Save-LastRun -Line $line
  Write-Answer -Outcome $end.Outcome -Line $line
}

# After the last step: marks, log, the summary line and the exit code that the channel expects.
function Complete-Remedy {
  Write-DueRemark
  $outcome = if ($script:Remedy.Preview) { Get-DetectOutcome } else { Get-RepairOutcome }
  $line = Get-SummaryLine -Outcome $outcome
  if (-not $script:Remedy.Preview) { Write-RunMark -Outcome $outcome -Why "$(Get-SummaryPart | Select-Object -First 1)" }
  Save-LastRun -Line $line
  Write-Summary -Outcome $outcome -Line $line
  Close-Lock
  Write-Answer -Outcome $outcome -Line $line
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

# The one place that asks whether a change may be made: true to go on; -WhatIf prints the change, and a person may decline it after -Confirm.
function Confirm-Change {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
  $text = ConvertTo-Line (Add-AccountName ('{0}: {1} ({2})' -f $Item.Id, $Item.Label, $Why)) -Limit 1000
  if ($script:Remedy.Cmdlet.ShouldProcess($text, $text, $script:Remedy.Title)) { return $true }
  if ($script:Remedy.Preview) { Write-Plan -Item $Item -Why $Why }
  else {
    Write-Record -Item $Item -Outcome 'deviates' -Why ('declined: ' + $Why)
    Add-Spoiled -Item $Item -Outcome 'deviates'
  }
  $false
}

# Creates a folder of ours where it is missing, and throws when it is not ours: a junction or link, another owner, inherited rights, others who may write.
# Those that we trust are SYSTEM, administrators, and the elevated account that runs this script. In a user's profile the folder is as safe as the profile.
function Confirm-Folder {
  param([Parameter(Mandatory)] [string] $Path)
  $security = Get-PathSecurity -Path $Path
  if ($null -eq $security) {
    if ($script:Remedy.Context -eq 'system') { Add-ProtectedFolder -Path $Path }
    $security = Get-PathSecurity -Path $Path
  }
  if ($security.Reparse) { throw "folder $Path is a junction or link; remove it" }
  if ($script:Remedy.Context -ne 'system') { return }
  if (-not (Test-TrustedSid -Sid $security.Owner)) { throw "folder $Path belongs to $($security.Owner), not to SYSTEM or Administrators; remove it" }
  if (@($security.Rules | Where-Object { $_.Inherited }).Count -gt 0) { throw "folder $Path inherits its rights, others may write there; remove it" }
  # every right to write, delete or change rights, of the folder and of what will lie in it
  $writer = Find-ForeignWriter -Security $security -Access 0x500D0156 -Inheritable
  if ($writer) { throw "folder $Path may be changed by $writer; remove it" }
}

# Ends the script at once where it runs as the wrong account: without administrator's rights, or a remedy of the user as a system account.
function Confirm-Right {
  if ($script:Remedy.Context -eq 'system' -and -not (Test-Elevation)) { Complete-Early -Outcome 'failed' -Why 'administrator''s rights are needed; nothing was changed' }
}

# Reads the text of a script parameter as its type; a wrong one ends the script with a line that says what is expected.
# Type as the compiler writes it; with ? an empty text is none.
function ConvertFrom-Parameter {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $Name,
    [Parameter(Mandatory, Position = 1)] [string] $Type,
    [Parameter(Mandatory, Position = 2)] [AllowNull()] [AllowEmptyString()] [string] $Text
  )
  if ($Text -eq '' -and $Type.EndsWith('?', [StringComparison]::Ordinal)) { return $null }
  try { return ConvertFrom-Text -Type $Type.TrimEnd('?') -Text $Text }
  catch { $why = Get-FailureText -Failure $_ }
  Complete-Early -Outcome 'failed' -Why "parameter -$Name`: $why"
}

# Reads text as a value of a type, one of those that the parameters have; throws a clause that says what is expected (of a secret without its text).
function ConvertFrom-Text {
  param([Parameter(Mandatory)] [string] $Type, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)
  switch ($Type) {
    'string' { return $Text }
    'bool' {
      if ($Text -notin 'true', 'false') { throw "'$Text' is neither true nor false" }
      return $Text -eq 'true'
    }
  }
  $Text
}

# Writes names with texts, numbers and lists of texts as one line of JSON. The texts are printable ASCII already.
function ConvertTo-JsonLine {
  param([Parameter(Mandatory)] [Collections.Specialized.OrderedDictionary] $Data)
  $quote = { param([string] $Text) '"' + $Text.Replace('\', '\\').Replace('"', '\"') + '"' }
  $fields = foreach ($name in $Data.Keys) {
    $value = $Data[$name]
    $json = if ($value -is [long] -or $value -is [int]) { [string]$value }
    elseif ($value -is [string]) { & $quote $value }
    else { '[' + (@(foreach ($one in $value) { & $quote $one }) -join ',') + ']' }
    (& $quote $name) + ':' + $json
  }
  '{' + (@($fields) -join ',') + '}'
}

# Makes text from outside (names, messages, log lines) one line of printable ASCII, at most so many characters, that cannot end a CMTrace entry.
function ConvertTo-Line {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [string] $Text, [int] $Limit = 600)
  $line = [regex]::Replace($Text, '\s+', ' ').Trim()
  $line = [regex]::Replace($line, '[^\x20-\x7E]', '?').Replace(']LOG]', '] LOG]')
  if ($line.Length -gt $Limit) { $line.Substring(0, $Limit - 3) + '...' } else { $line }
}

# 'ensure': tests an item, and repairs it when it deviates and its blocker says nothing.
function Ensure {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyLabel,
    [Parameter(Mandatory)] [Alias('On')] [string[]] $RemedyOn,
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Alias('Provides')] [string[]] $RemedyProvides = @(),
    [Alias('Blocker')] [scriptblock] $RemedyBlocker,
    [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyTest,
    [Parameter(Mandatory, Position = 3)] [scriptblock] $RemedyRepair
  )
  $RemedyItem = @{ Id = $RemedyId; Label = $RemedyLabel; On = $RemedyOn; Reads = $RemedyReads; Provides = $RemedyProvides; Blocker = $RemedyBlocker }
  $RemedyVerdict = Resolve-Item -RemedyItem $RemedyItem -RemedyTest $RemedyTest
  if ($null -ne $RemedyVerdict -and (Confirm-Change -Item $RemedyItem -Why $RemedyVerdict.Why)) {
    Use-Repair -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyRepair $RemedyRepair
  }
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

# Gives the SID of somebody besides administrators whom the rights of a file or folder allow one of these accesses (a mask); nothing when there is none.
# Inheritable: also where it is allowed only to what will lie below.
function Find-ForeignWriter {
  param([Parameter(Mandatory)] [pscustomobject] $Security, [Parameter(Mandatory)] [int] $Access, [switch] $Inheritable)
  foreach ($rule in $Security.Rules) {
    if (-not $rule.Allow -or ($rule.InheritOnly -and -not $Inheritable) -or ($rule.Rights -band $Access) -eq 0) { continue }
    if (-not (Test-TrustedSid -Sid $rule.Sid)) { return $rule.Sid }
  }
}

# Gives the item that blocks the present block or one around it, '' for none.
function Get-Barrier {
  if ($script:Remedy.Barriers.Count -eq 0) { '' } else { $script:Remedy.Barriers.Peek() }
}

# Gives the present time as marks and logs write it: ISO 8601 in UTC.
function Get-ClockText {
  (Get-Clock).ToString('o', [Globalization.CultureInfo]::InvariantCulture)
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
  if ($script:Remedy.Parameters.Count -gt 0) {
    $text = foreach ($name in $script:Remedy.Parameters.Keys) { $name + '=' + $script:Remedy.Parameters[$name] }
    $hash = [Security.Cryptography.SHA256]::Create()
    try { $digest = $hash.ComputeHash([Text.Encoding]::UTF8.GetBytes(@($text) -join "`n")) } finally { $hash.Dispose() }
    return $script:Remedy.Fingerprint + '-' + [BitConverter]::ToString($digest, 0, 8).Replace('-', '').ToLowerInvariant()
  }
  $script:Remedy.Fingerprint
}

# Says how many items were fixed and in which steps, '' for none.
function Get-FixedText {
  param([Parameter(Mandatory)] [int] $Total)
  $count = Get-OutcomeCount -Outcome 'fixed'
  if ($count -eq 0) { return '' }
  $steps = [Collections.Generic.List[string]]::new()
  foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'fixed' -and -not $steps.Contains($record.Step)) { $steps.Add($record.Step) } }
  '{0} of {1} fixed: {2}' -f $count, $Total, ($steps -join ', ')
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

# Gives why a fix failed. What Windows and .NET say ('Access is denied') need not name the thing, so the item's label does; a reason that we give names it.
function Get-RepairFailure {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure, [Parameter(Mandatory)] [string] $Label)
  $text = Get-FailureText -Failure $Failure
  $cause = $Failure.Exception.GetBaseException()
  # an installer's failure has its number and our text
  $ours = $cause.GetType() -eq [Management.Automation.RuntimeException] -or
    ($cause -is [ComponentModel.Win32Exception] -and $cause.Message -cne [ComponentModel.Win32Exception]::new(([ComponentModel.Win32Exception]$cause).NativeErrorCode).Message)
  if ($ours) { $text } else { "${Label}: $text" }
}

# The verdict of a run that could change things; busy when nothing failed but installations that another one kept waiting: the channel tries again later.
function Get-RepairOutcome {
  $failed = @(foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'failed') { $record } })
  if ($failed.Count -gt 0) { if (@($failed | Where-Object { -not $_.Busy }).Count -eq 0) { 'busy' } else { 'failed' } }
  elseif ((Get-OutcomeCount -Outcome 'blocked') -gt 0) { 'blocked' }
  elseif ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
  elseif ($script:Remedy.RestartNeeded -or (Get-OutcomeCount -Outcome 'restart') -gt 0) { 'restart' }
  else { 'compliant' }
}

# Gives the arguments with which this script starts itself again: parameters as -Name:value, only switches that are set.
function Get-RestartArgument {
  param([Parameter(Mandatory)] [string] $Path)
  '-NoProfile', '-NonInteractive', '-File', $Path
  foreach ($name in $script:Remedy.Parameters.Keys) {
    if ($script:Remedy['Bound'].ContainsKey($name)) {
      $value = [string]$script:Remedy.Parameters[$name]
      # Windows PowerShell 5.1 breaks arguments with a quote inside or a backslash before the closing quote, and reads an empty one as the next parameter
      if ($value -eq '' -or $value.Contains('"') -or $value.EndsWith('\', [StringComparison]::Ordinal)) {
        Complete-Early -Outcome 'failed' -Why "64-bit PowerShell needed: -$name is empty, holds a quote or ends with a backslash, which cannot be handed on"
      }
      "-$name`:$value"
    }
  }
  foreach ($name in 'Force', 'WhatIf', 'Confirm', 'Verbose') {
    if ($script:Remedy['Bound'].ContainsKey($name) -and $script:Remedy['Bound'][$name]) { "-$name" }
  }
}

# Gives the id of an item in the source: what an 'each' appended in brackets is taken off.
function Get-SourceId {
  param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Id)
  $bracket = $Id.IndexOf([char]'[')
  if ($bracket -lt 0) { $Id } else { $Id.Substring(0, $bracket) }
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
  $fixed = Get-FixedText -Total $total
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

# 'when': gives $true or $false, and $null when neither branch may run (unreadable, in a forecast, in a blocked block).
function Guard {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyText,
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyCondition
  )
  if ((Get-Barrier) -ne '') { return $null }
  $RemedyItem = @{ Id = $script:Remedy.Step; Kind = 'guard'; Label = 'when ' + $RemedyText; On = @(); Reads = $RemedyReads; Provides = @() }
  if (Resolve-Obstacle -Item $RemedyItem) { return $null }
  try { Measure-Condition -RemedyCondition $RemedyCondition }
  catch {
    Write-Record -Item $RemedyItem -Outcome 'blocked' -Why ("'$RemedyText' cannot be read: " + (Get-FailureText -Failure $_))
    $null
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

# Before the first step: the right host, the rights, and - unless nothing may change - the folders, the lock and the log.
function Initialize-Remedy {
  Initialize-State -Preview ([bool]$WhatIfPreference)
  $script:Remedy['Log'] = ''
  $script:Remedy['Lock'] = $null
  $script:Remedy['Lasting'] = $false
  Confirm-Bitness
  Confirm-Right
  $script:Remedy['Lasting'] = -not $script:Remedy.Preview
  if (-not $script:Remedy.Preview) { Open-Run }
  $stale = @(Import-Mark -Force:($script:Remedy.Force))
  if (-not $script:Remedy.Preview) { Clear-Stale -Name $stale }
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

# Evaluates a condition of the remedy; throws unless it gives exactly one boolean.
function Measure-Condition {
  param([Parameter(Mandatory)] [scriptblock] $RemedyCondition)
  $RemedyOutput = @(& $RemedyCondition)
  if ($RemedyOutput.Count -ne 1 -or $RemedyOutput[0] -isnot [bool]) { throw "the condition gave $($RemedyOutput.Count) values instead of one of true and false" }
  $RemedyOutput[0]
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

# Begins the log of a run; a file over 1 MB becomes the old one.
function Open-Log {
  param([Parameter(Mandatory)] [string] $Path)
  foreach ($ending in '.log', '.jsonl') {
    if ((Get-LogLength -Path ($Path + $ending)) -gt 1MB) { Move-Log -Path ($Path + $ending) -Destination ($Path + '.old' + $ending) }
  }
  $script:Remedy.Log = $Path
  $script:Remedy['Run'] = Get-ClockText
  $start = 'start {0} {1}, {2} for {3}' -f $script:Remedy.Name, $script:Remedy.Version, $script:Remedy.Role, $script:Remedy.Target
  Write-LogLine -Text $start
  Write-LogData -Data ([ordered]@{ kind = 'start'; role = $script:Remedy.Role; target = $script:Remedy.Target })
}

# Makes sure of our folders, takes the lock and begins the log.
function Open-Run {
  $name = $script:Remedy.Name
  $user = $script:Remedy.Context -eq 'user'
  $root = Get-SpecialFolder -Name $(if ($user) { 'LocalApplicationData' } else { 'ProgramFiles' })
  $state = "$root\Remedyc\$name"
  $logs = if ($user) { $state } else { (Get-SpecialFolder -Name 'Windows') + '\Logs\Remedyc' }
  try {
    foreach ($path in "$root\Remedyc", $state, $logs) { Confirm-Folder -Path $path }
  }
  catch { Complete-Early -Outcome 'failed' -Why (Get-FailureText -Failure $_) }
  $script:Remedy['State'] = $state
  Wait-Lock -Path "$state\lock"
  Open-Log -Path "$logs\$name"
}

# Tests an item and decides: gives its verdict when it is to be fixed now, otherwise notes how it came out and gives nothing.
# The one decision of detection, -WhatIf and repair alike.
function Resolve-Item {
  param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [scriptblock] $RemedyTest)
  $script:Remedy.Resources.AddRange([string[]](@($RemedyItem.On) + @($RemedyItem.Provides)))
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

# Writes down to which version and parameters the marks of tries belong.
function Save-Fingerprint {
  $fingerprint = Get-Fingerprint
  if (-not $script:Remedy.Marks.ContainsKey('Fingerprint') -or $script:Remedy.Marks['Fingerprint'] -cne $fingerprint) { Save-Mark -Name 'Fingerprint' -Value $fingerprint }
}

# Leaves the summary with its time for the next detection, which says it where something is wrong. Not before the rights are known, and never where nothing may change.
# Where it cannot be written, the line of this run is all the same.
function Save-LastRun {
  param([Parameter(Mandatory)] [string] $Line)
  if (-not $script:Remedy['Lasting']) { return }
  try { Save-Mark -Name 'LastRun' -Value ((Get-ClockText) + ' ' + $Line) }
  catch { Write-Note -Text ('the summary could not be kept: ' + (Get-FailureText -Failure $_)) -Severity 2 }
}

# Writes a mark and remembers it; -Session: until Windows restarts. The first mark of a try writes down which version and parameters tried.
function Save-Mark {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $Value, [switch] $Session)
  $table = if ($Session) { $script:Remedy.Session } else { $script:Remedy.Marks }
  if ($Name -like 'Check *' -or $Name -like 'Failed*') { Save-Fingerprint }
  Write-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Value $Value -Session:$Session
  $table[$Name] = $Value
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
  $script:Remedy['Resources'] = [Collections.Generic.List[string]]::new()
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

# True when a repair failed only since another installation was running: its exception bears the number 1618, whatever its text says.
function Test-BusyFailure {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  $cause = $Failure.Exception.GetBaseException()
  $cause -is [ComponentModel.Win32Exception] -and ([ComponentModel.Win32Exception]$cause).NativeErrorCode -eq 1618
}

# True for what NeedsRestart gives.
function Test-RestartNeed {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Value)
  $Value -is [Management.Automation.PSCustomObject] -and $null -ne $Value.PSObject.Members['RemedycVerdict']
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

# True for those whose files and folders we trust, and who may write where we read: SYSTEM, Administrators, TrustedInstaller, the account that runs this
# script; and domain administrators, enterprise administrators and the built-in administrator, whom their last number tells.
function Test-TrustedSid {
  param([Parameter(Mandatory)] [string] $Sid)
  $Sid -in 'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464' -or $Sid -match '^S-1-5-21-.+-(500|512|519)$' -or $Sid -eq (Get-UserSid)
}

# Repairs an item and tests it again: fixed, failed, or waiting for a restart when the repair said that it needs one.
function Use-Repair {
  param(
    [Parameter(Mandatory)] [hashtable] $RemedyItem,
    [Parameter(Mandatory)] [scriptblock] $RemedyTest,
    [Parameter(Mandatory)] [scriptblock] $RemedyRepair
  )
  $RemedyMark = 'Changed ' + (Get-SourceId $RemedyItem.Id)
  $RemedyKnown = $script:Remedy.Session.ContainsKey($RemedyMark)
  $RemedyDue = 'Due ' + $RemedyItem.Id
  $RemedyOwed = $script:Remedy.Session.ContainsKey($RemedyDue)
  $RemedyRestart = ''
  try {
    # before the repair: a run that is killed in the middle has changed something too
    Save-Mark -Name $RemedyMark -Value (Get-ClockText) -Session
    # one by one: a repair that needs a restart says so before it acts, where it knows
    & $RemedyRepair | ForEach-Object {
      if (Test-RestartNeed $_) {
        $RemedyRestart = $_.Why
        Save-Mark -Name $RemedyDue -Value $RemedyRestart -Session
      }
    }
    $RemedyWhy = ''
  }
  catch {
    $RemedyWhy = Get-RepairFailure -Failure $_ -Label $RemedyItem.Label
    $RemedyItem['Busy'] = Test-BusyFailure -Failure $_
  }
  $RemedyVerdict = if ($RemedyWhy -ne '') { [pscustomobject]@{ RemedycVerdict = 'failed'; Why = $RemedyWhy } } else { Measure-Verdict -RemedyLabel $RemedyItem.Label -RemedyTest $RemedyTest }
  if ($RemedyVerdict.RemedycVerdict -eq 'holds') {
    if ($RemedyRestart -ne '') { $script:Remedy.RestartNeeded = $true }
    Write-Record -Item $RemedyItem -Outcome 'fixed' -Why $RemedyRestart
  }
  elseif ($RemedyVerdict.RemedycVerdict -eq 'deviates' -and $RemedyRestart -ne '') {
    $script:Remedy.RestartNeeded = $true
    Save-Mark -Name ('Restart ' + $RemedyItem.Id) -Value (Get-ClockText) -Session
    # the item itself says so from now on
    Clear-SavedMark -Name $RemedyDue -Session
    Write-Trouble -Item $RemedyItem -Outcome 'restart' -Why ('waiting for restart: ' + $RemedyRestart)
  }
  else {
    if (-not $RemedyKnown) { Clear-SavedMark -Name $RemedyMark -Session }
    if (-not $RemedyOwed) { Clear-SavedMark -Name $RemedyDue -Session }
    $RemedyPrefix = if ($RemedyWhy -ne '') { '' } else { 'still so after the fix: ' }
    Write-Trouble -Item $RemedyItem -Outcome 'failed' -Why ($RemedyPrefix + $RemedyVerdict.Why)
  }
}

# Takes the lock of this remedy; while another run has it, waits at most 10 minutes and then ends the script.
function Wait-Lock {
  param([Parameter(Mandatory)] [string] $Path)
  $end = (Get-Tick) + 600000
  while ($null -eq ($lock = Open-LockFile -Path $Path)) {
    if ((Get-Tick) -ge $end) { Complete-Early -Outcome 'busy' -Why 'another run of this remedy is still going after 10 minutes; nothing was changed' }
    Wait-Moment -Milliseconds 1000
  }
  $script:Remedy.Lock = $lock
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

# Writes how an item came out into both logs.
function Write-ItemLog {
  param([Parameter(Mandatory)] [pscustomobject] $Record)
  $text = '{0}: {1}: {2}' -f $Record.Id, $Record.Outcome, $Record.Label
  if ($Record.Why -ne '') { $text += ': ' + $Record.Why }
  if ($Record.Behind -ne '') { $text += ' (' + $Record.Behind + ')' }
  $severity = switch ($Record.Outcome) { 'failed' { 3 } 'blocked' { 2 } 'restart' { 2 } 'waiting' { 2 } default { 1 } }
  Write-LogLine -Text $text -Severity $severity
  Write-LogData -Data ([ordered]@{
      kind = 'item'; step = $Record.Step; id = $Record.Id; label = $Record.Label; outcome = $Record.Outcome
      why = $Record.Why; behind = $Record.Behind; milliseconds = [long]$Record.Milliseconds
    })
}

# Writes a line of the machine-readable log: JSON with the time, the run, and these fields.
function Write-LogData {
  param([Parameter(Mandatory)] [Collections.Specialized.OrderedDictionary] $Data)
  if (-not $script:Remedy.ContainsKey('Run')) { return }
  $fields = [ordered]@{ time = Get-ClockText; run = $script:Remedy.Run; remedy = $script:Remedy.Name; version = $script:Remedy.Version }
  foreach ($name in $Data.Keys) { $fields[$name] = $Data[$name] }
  Write-LogFile -Ending '.jsonl' -Line (ConvertTo-JsonLine -Data $fields)
}

# Appends a line to a log. A log that cannot be written does not stop a repair: the summary line says so.
function Write-LogFile {
  param([Parameter(Mandatory)] [string] $Ending, [Parameter(Mandatory)] [string] $Line)
  if (-not $script:Remedy.ContainsKey('Log') -or $script:Remedy.Log -eq '') { return }
  try { Add-LogText -Path ($script:Remedy.Log + $Ending) -Text ($Line + "`r`n") }
  catch {
    $script:Remedy.Log = ''
    $script:Remedy.Remarks.Add('warning: no log, ' + (Get-FailureText -Failure $_))
  }
}

# Writes a line of the log in CMTrace's format, in UTC.
function Write-LogLine {
  param([Parameter(Mandatory)] [string] $Text, [int] $Severity = 1)
  $now = Get-Clock
  $culture = [Globalization.CultureInfo]::InvariantCulture
  $line = '<![LOG[{0}]LOG]!><time="{1}+000" date="{2}" component="{3}" context="" type="{4}" thread="{5}" file="">' -f $Text,
    $now.ToString('HH\:mm\:ss\.fff', $culture), $now.ToString('MM\-dd\-yyyy', $culture), $script:Remedy.Name, $Severity, $PID
  Write-LogFile -Ending '.log' -Line $line
}

# Explains something in the log, and to who asked with -Verbose.
function Write-Note {
  param([Parameter(Mandatory)] [string] $Text, [ValidateSet(1, 2, 3)] [int] $Severity = 1)
  $line = ConvertTo-Line $Text -Limit 2000
  Write-Verbose -Message $line
  Write-LogLine -Text $line -Severity $Severity
}

# Notes an item that would be fixed: from here on the walk is a forecast.
function Write-Plan {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
  Write-Record -Item $Item -Outcome 'deviates' -Why $Why
  $script:Remedy.Planned.Add($Item.Id)
  Add-Pending -Item $Item -Cause $Item.Id
}

# Notes how an item came out, in the log too.
function Write-Record {
  param(
    [Parameter(Mandatory)] [hashtable] $Item,
    [Parameter(Mandatory)] [string] $Outcome,
    [AllowEmptyString()] [string] $Why = '',
    [AllowEmptyString()] [string] $Behind = ''
  )
  Write-ItemLog -Record (Add-Record -Item $Item -Outcome $Outcome -Why $Why -Behind $Behind)
}

# Notes something for people that is no verdict; it stands at the end of the summary line, once.
function Write-Remark {
  param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] [string] $Id)
  $line = ConvertTo-Line (Add-AccountName $Text)
  if ($script:Remedy.Remarks.Contains($line)) { return }
  $script:Remedy.Remarks.Add($line)
  Write-Note -Text ($Id + ': ' + $line)
}

# Counts failed runs in a row and keeps why the last one did, and forgets restarts that are no longer due.
function Write-RunMark {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
  foreach ($id in $script:Remedy.Settled) {
    Clear-SavedMark -Name "Asked $id"
    Clear-SavedMark -Name "Asked $id" -Session
  }
  if ($Outcome -eq 'failed') {
    $count = 0
    if ($script:Remedy.Marks.ContainsKey('FailedRuns')) { $null = [int]::TryParse($script:Remedy.Marks['FailedRuns'], [ref]$count) }
    Save-Mark -Name 'FailedRuns' -Value ([string]($count + 1))
    Save-Mark -Name 'FailedAt' -Value (Get-ClockText)
    Save-Mark -Name 'FailedWhy' -Value $Why
  }
  elseif (@('blocked', 'busy') -notcontains $Outcome) {
    Clear-SavedMark -Name 'FailedRuns'
    Clear-SavedMark -Name 'FailedAt'
    Clear-SavedMark -Name 'FailedWhy'
  }
}

# Writes the summary line into both logs.
function Write-Summary {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
  $severity = switch ($Outcome) { 'failed' { 3 } 'busy' { 3 } 'blocked' { 2 } default { 1 } }
  Write-LogLine -Text $Line -Severity $severity
  Write-LogData -Data ([ordered]@{ kind = 'summary'; outcome = $Outcome; summary = $Line; exitcode = [long]$script:Remedy.Dialect[$Outcome][0] })
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

# Gives the reason why no run can change a registry value (a policy owns it, no right to write), or nothing.
function Find-RegistryBlocker {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64, [AllowNull()] [pscustomobject] $Wanted)
  $gpo = Find-RegistryPolicy -Key $Key -Name $Name -View $View -Wanted $Wanted
  if ($gpo) { return "it is set by the Group Policy object '$gpo', change it there" }
  Find-RegistryWriteBlocker -Key $Key -View $View
}

# Names the Group Policy object that sets a registry value to something else than wanted; nothing when none does or it cannot be known.
# Asked only when a value deviates, since CIM is slow. Unreadable means unknown, and then a repair may try.
function Find-RegistryPolicy {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64, [AllowNull()] [pscustomobject] $Wanted)
  $at = Split-RegistryKey -Key $Key
  $account = ''
  $path = $at.Path
  if ($at.Hive -eq 'HKU') { $account, $path = $path.Split([char[]]'\', 2) }
  # A hive that the script has loaded bears its own name
  $account = $account -replace '^Remedyc_', ''
  # The policy of the user who runs the script guards itself: its keys cannot be written, see Find-RegistryBlocker.
  if ($at.Hive -eq 'HKCU' -or ($at.Hive -eq 'HKU' -and $account -notmatch '^S-1-[0-9-]+$')) { return }
  if ($View -eq 32 -and $path -match '^SOFTWARE\\(?!WOW6432Node\\)(.+)$') { $path = 'SOFTWARE\WOW6432Node\' + $Matches[1] }

  $unreadable = "PolicyUnreadable $account"
  if ($script:Remedy.ContainsKey($unreadable)) { return }
  try {
    $policy = @(Get-RsopRegistrySetting -Path $path -Name $Name -Account $account)
    if ($policy.Count -eq 0) { return }
    if (Test-RegistryPolicy -Policy $policy[0] -Wanted $Wanted) { return }
    $gpo = @(Get-RsopGpoName -GpoId $policy[0].GpoId -Account $account)
    if ($gpo.Count -gt 0) { ConvertTo-Line $gpo[0] } else { ConvertTo-Line $policy[0].GpoId }
  }
  catch {
    # Once is enough: where CIM hangs, every question would take its whole time
    $script:Remedy[$unreadable] = $true
    Write-Note -Text "Group Policy could not be asked about ${Key}: $($_.Exception.GetBaseException().Message)"
  }
}

# Says why a registry value cannot be written or (Absent) deleted, or nothing.
function Find-RegistryValueBlocker {
  param(
    [Parameter(Mandatory)] [string] $Key,
    [AllowEmptyString()] [string] $Name = '',
    [int] $View = 64,
    [switch] $Absent,
    [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data,
    [string] $Type = ''
  )
  if ($Absent) { return Find-RegistryBlocker -Key $Key -Name $Name -View $View -Wanted $null }
  if (-not $PSBoundParameters.ContainsKey('Data')) { return 'the remedy does not say its data' }
  Find-RegistryBlocker -Key $Key -Name $Name -View $View -Wanted (ConvertTo-RegistryData -Data $Data -Type $Type)
}

# Gives the reason why a registry key cannot be written or created by the user who runs the script, or nothing.
function Find-RegistryWriteBlocker {
  param([Parameter(Mandatory)] [string] $Key, [int] $View = 64)
  # Where the key is absent, the nearest one above it must allow that a key is created.
  $at = Split-RegistryKey -Key $Key
  $path = $at.Path
  while ($path -ne '' -and -not (Test-RegistryPath -Hive $at.Hive -Path $path -View $View)) {
    $path = if ($path.Contains('\')) { $path.Substring(0, $path.LastIndexOf([char]'\')) } else { '' }
  }
  # The root of HKEY_USERS takes no keys from anybody: the hive is not loaded.
  if ($at.Hive -eq 'HKU' -and $path -eq '') { return "the hive $(ConvertTo-Line $at.Path.Split([char[]]'\', 2)[0]) is not loaded below HKEY_USERS" }
  if (-not (Test-RegistryAccess -Hive $at.Hive -Path $path -View $View)) {
    "there is no right to write to " + (ConvertTo-Line "$($at.Hive)\$path").TrimEnd('\')
  }
}

# Says which of Schannel's values that differ from the wish cannot be written, and why, or nothing.
function Find-TlsBlocker {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  foreach ($value in @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)) {
    $why = Find-RegistryBlocker -Key $value.Key -Name $value.Name -Wanted (ConvertTo-RegistryData -Data $value.Data)
    if ($why) { return "$($value.Name) cannot be changed: $why" }
  }
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

# Writes a registry value with its type, and creates its key; other values of the key are not touched.
function Repair-RegistryValue {
  param(
    [Parameter(Mandatory)] [string] $Key,
    [AllowEmptyString()] [string] $Name = '',
    [int] $View = 64,
    [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data,
    [string] $Type = ''
  )
  $at = Split-RegistryKey -Key $Key
  $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
  Write-RegistryValue -Hive $at.Hive -Path $at.Path -Name $Name -Type $wanted.Kind -Data $wanted.Data -View $View
}

# Writes those of Schannel's values that differ from the wish; they count after a restart of Windows.
function Repair-Tls {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  $wrong = @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)
  if ($wrong.Count -eq 0) { return }
  # said before anything is written: a run that is killed after it owes the restart all the same
  NeedsRestart "Schannel reads the settings of TLS $Version when Windows starts"
  foreach ($value in $wrong) {
    $at = Split-RegistryKey -Key $value.Key
    Write-RegistryValue -Hive $at.Hive -Path $at.Path -Name $value.Name -Type 'DWord' -Data $value.Data
  }
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

# Tells whether a policy for a registry value wants the same as the remedy: then a repair is right and will last.
# REG_ numbers: 1 string, 2 expand_string, 4 dword; other types count as different.
function Test-RegistryPolicy {
  param([Parameter(Mandatory)] [pscustomobject] $Policy, [AllowNull()] [pscustomobject] $Wanted)
  if ($null -eq $Wanted -or $Policy.Deleted) { return $null -eq $Wanted -and [bool]$Policy.Deleted }
  $bytes = [byte[]]@($Policy.Data)
  if ($Policy.Type -eq 4 -and $Wanted.Type -eq 'dword' -and $bytes.Length -ge 4) { return [BitConverter]::ToInt32($bytes, 0) -eq $Wanted.Data }
  $words = @{ 1 = 'string'; 2 = 'expand_string' }
  if ($words.ContainsKey([int]$Policy.Type) -and $words[[int]$Policy.Type] -eq $Wanted.Type) {
    return Test-Text ([Text.Encoding]::Unicode.GetString($bytes).TrimEnd([char]0)) $Wanted.Data
  }
  $false
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
  $LegacyOffValue = ConvertFrom-Parameter 'LegacyOff' 'bool' $LegacyOff
  Step 'tls12' 'Switch TLS 1.2 on' {
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'tls12.1' 'tls 1.2: client on, server on' -On 'tls 1.2' {
      Test-Tls -Version '1.2' -Client 'on' -Server 'on'
    } {
      Repair-Tls -Version '1.2' -Client 'on' -Server 'on'
    } -Blocker {
      Find-TlsBlocker -Version '1.2' -Client 'on' -Server 'on'
    }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'tls12.2' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: schusestrongcrypto' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    }
    # examples/tls12-baseline.remedy:14: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', "SystemDefaultTlsVersions") { data: 1 }
    Ensure 'tls12.3' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: systemdefaulttlsversions' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SystemDefaultTlsVersions' -Data 1
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SystemDefaultTlsVersions' -Data 1
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SystemDefaultTlsVersions' -Data 1
    }
    # examples/tls12-baseline.remedy:16: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', "SchUseStrongCrypto", view: 32) { data: 1 }
    Ensure 'tls12.4' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto 32: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: schusestrongcrypto view: 32' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -View 32 -Data 1
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -View 32 -Data 1
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -View 32 -Data 1
    }
    # examples/tls12-baseline.remedy:17: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', "SystemDefaultTlsVersions", view: 32) { dat...
    Ensure 'tls12.5' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SystemDefaultTlsVersions 32: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: systemdefaulttlsversions view: 32' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SystemDefaultTlsVersions' -View 32 -Data 1
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SystemDefaultTlsVersions' -View 32 -Data 1
    } -Blocker {
      $splat = @{
        Key  = 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319'
        Name = 'SystemDefaultTlsVersions'
        View = 32
        Data = 1
      }
      Find-RegistryValueBlocker @splat
    }
  }
  Step 'legacy' 'Switch TLS 1.0 and 1.1 off' {
    $when1 = Guard 'legacy_off' { $script:LegacyOffValue }
    if ($when1 -eq $true) {
      # examples/tls12-baseline.remedy:22: ensure tls(protocol) { client: off, server: off }
      Ensure 'legacy.1' 'tls 1.0: client off, server off' -On 'tls 1.0' {
        Test-Tls -Version '1.0' -Client 'off' -Server 'off'
      } {
        Repair-Tls -Version '1.0' -Client 'off' -Server 'off'
      } -Blocker {
        Find-TlsBlocker -Version '1.0' -Client 'off' -Server 'off'
      }
      # examples/tls12-baseline.remedy:22: ensure tls(protocol) { client: off, server: off }
      Ensure 'legacy.2' 'tls 1.1: client off, server off' -On 'tls 1.1' {
        Test-Tls -Version '1.1' -Client 'off' -Server 'off'
      } {
        Repair-Tls -Version '1.1' -Client 'off' -Server 'off'
      } -Blocker {
        Find-TlsBlocker -Version '1.1' -Client 'off' -Server 'off'
      }
    }
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
