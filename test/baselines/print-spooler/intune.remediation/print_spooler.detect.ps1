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
    Source    examples/print-spooler.remedy, SHA-256 e36a4f11aecdd25fd31a88dec011a47484422526f0cce436fa26199e9b603233
    Parameter limit = 1h
#>
#Requires -Version 5.1
[CmdletBinding()]
param()
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  # In constrained language calls of .NET fail; what follows here are commands only.
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Write-Output 'BLOCKED print_spooler 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
    exit 1
  }
  # Texts compare the same whatever the language of Windows: in Turkish, I is not the capital of i.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'

  $Remedy = @{
    Name = 'print_spooler'
    Version = '1.0.0'
    Title = 'The print spooler runs and holds no stuck jobs'
    Role = 'detect'
    Target = 'intune.remediation'
    Context = 'system'
    Fingerprint = 'd22d487da01eca7a8e446838427ddbffa14948f4a8157e8321215aeec8e4f107'
    Items = @('spooler.1', 'spooler.2', 'spooler.3')
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

# Gives Path, Name, IsDirectory, IsLink, Size and WriteTime (UTC) of all that lies directly in a folder; throws when the folder is absent or may not be listed.
function Find-FolderEntry {
  param([Parameter(Mandatory)] [string] $Path)

  foreach ($info in [IO.DirectoryInfo]::new($Path).EnumerateFileSystemInfos()) {
    $isDirectory = ($info.Attributes -band [IO.FileAttributes]::Directory) -ne 0
    [pscustomobject]@{
      Path        = $info.FullName
      Name        = $info.Name
      IsDirectory = $isDirectory
      IsLink      = ($info.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
      Size        = $(if ($isDirectory) { [long]0 } else { $info.Length })
      WriteTime   = $info.LastWriteTimeUtc
    }
  }
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

# Gives the SID of an account by name, as this device resolves it; $null when it knows no such account.
function Get-AccountSid {
  param([Parameter(Mandatory)] [string] $Name)
  try { [Security.Principal.NTAccount]::new($Name).Translate([Security.Principal.SecurityIdentifier]).Value }
  catch [Security.Principal.IdentityNotMappedException] { $null }
}

# Gives the date and time in UTC.
function Get-Clock {
  [datetime]::UtcNow
}

# Gives a machine-wide environment variable as it stands in the registry, where only administrators write; $null when it does not exist.
# Not expanded: Environment.GetEnvironmentVariable expands %Variables% inside by those of this process, which anyone who starts it chooses.
function Get-MachineVariable {
  param([Parameter(Mandatory)] [string] $Name)
  $base = Open-RegistryHive -Hive HKLM
  try {
    $key = $base.OpenSubKey('SYSTEM\CurrentControlSet\Control\Session Manager\Environment')
    if ($null -ne $key) {
      try {
        $value = $key.GetValue($Name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
        if ($value -is [string]) { $value }
      }
      finally { $key.Dispose() }
    }
  }
  finally { $base.Dispose() }
}

# Gives a type with the named Windows functions as its static members: P/Invoke without a compiler, in an assembly that exists in memory only.
# Signature: name of the export -> return type, then the parameter types. Strings are UTF-16; Marshal.GetLastWin32Error() holds after a call.
# Only libraries of the KnownDLLs list are allowed: Windows loads these from System32 whatever lies in the search path.
function Get-NativeType {
  param(
    [Parameter(Mandatory)] [ValidateSet('advapi32.dll', 'kernel32.dll')] [string] $Library,
    [Parameter(Mandatory)] [string] $Name,
    [Parameter(Mandatory)] [hashtable] $Signature
  )
  if (-not $script:Remedy.ContainsKey('NativeTypes')) { $script:Remedy['NativeTypes'] = @{} }
  $known = $script:Remedy['NativeTypes']
  if (-not $known.ContainsKey($Name)) {
    $import = [Runtime.InteropServices.DllImportAttribute]
    $fields = [Reflection.FieldInfo[]]@($import.GetField('SetLastError'), $import.GetField('CharSet'), $import.GetField('ExactSpelling'))
    $values = [object[]]@($true, [Runtime.InteropServices.CharSet]::Unicode, $true)
    $attribute = [Reflection.Emit.CustomAttributeBuilder]::new($import.GetConstructor([type[]]@([string])), [object[]]@($Library), $fields, $values)
    $assembly = [Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly([Reflection.AssemblyName]::new("Remedyc.$Name"), [Reflection.Emit.AssemblyBuilderAccess]::Run)
    $builder = $assembly.DefineDynamicModule($Name).DefineType("Remedyc.$Name", [Reflection.TypeAttributes]'Public, Class')
    foreach ($export in $Signature.Keys) {
      $types = [type[]]@($Signature[$export])
      $parameters = if ($types.Count -gt 1) { [type[]]$types[1..($types.Count - 1)] } else { [type]::EmptyTypes }
      $method = $builder.DefineMethod($export, [Reflection.MethodAttributes]'Public, Static, PinvokeImpl', $types[0], $parameters)
      $method.SetCustomAttribute($attribute)
      $method.SetImplementationFlags([Reflection.MethodImplAttributes]::PreserveSig)
    }
    $known[$Name] = $builder.CreateType()
  }
  $known[$Name]
}

# Gives Path, Name, IsDirectory, IsLink (junction or other reparse point, not followed), Size (bytes) and WriteTime (UTC) of a file or folder; $null when it does not exist.
# GetAttributes throws where access is denied; File.Exists and Directory.Exists would call such a path absent.
function Get-PathEntry {
  param([Parameter(Mandatory)] [string] $Path)

  try { $attributes = [IO.File]::GetAttributes($Path) }
  catch [IO.FileNotFoundException], [IO.DirectoryNotFoundException] { return }
  $isDirectory = ($attributes -band [IO.FileAttributes]::Directory) -ne 0
  $info = if ($isDirectory) { [IO.DirectoryInfo]::new($Path) } else { [IO.FileInfo]::new($Path) }
  [pscustomobject]@{
    Path        = $info.FullName
    Name        = $info.Name
    IsDirectory = $isDirectory
    IsLink      = ($attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
    Size        = $(if ($isDirectory) { [long]0 } else { $info.Length })
    WriteTime   = $info.LastWriteTimeUtc
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

# The functions of the service control manager.
function Get-ServiceApi {
  $handle = [IntPtr]
  $count = [int].MakeByRefType()
  Get-NativeType -Library 'advapi32.dll' -Name 'ServiceApi' -Signature @{
    OpenSCManagerW            = $handle, $handle, $handle, [int]
    OpenServiceW              = $handle, $handle, [string], [int]
    CloseServiceHandle        = [int], $handle
    QueryServiceStatusEx      = [int], $handle, [int], [byte[]], [int], $count
    QueryServiceConfigW       = [int], $handle, $handle, [int], $count
    QueryServiceConfig2W      = [int], $handle, [int], $handle, [int], $count
    EnumDependentServicesW    = [int], $handle, [int], $handle, [int], $count, $count
    ChangeServiceConfigW      = [int], $handle, [int], [int], [int], $handle, $handle, $handle, $handle, $handle, $handle, $handle
    ChangeServiceConfig2W     = [int], $handle, [int], [byte[]]
    StartServiceW             = [int], $handle, [int], $handle
    ControlService            = [int], $handle, [int], [byte[]]
    DeleteService             = [int], $handle
  }
}

# Gives DisplayName, Type, StartType, Delayed, Account, Path and Dependencies of a service, $null when it does not exist; throws when it cannot be read.
# StartType: 2 automatic, 3 manual, 4 disabled (0 and 1 are drivers). Dependencies that begin with + are groups. 8 KB hold every answer (QueryServiceConfigW).
function Get-ServiceConfiguration {
  param([Parameter(Mandatory)] [string] $Name)
  Open-Service -Name $Name -Access 0x1 -Body {
    param($api, $handle)
    $marshal = [Runtime.InteropServices.Marshal]
    $size = 8192
    $needed = 0
    $buffer = $marshal::AllocHGlobal($size)
    try {
      if ($api::QueryServiceConfigW($handle, $buffer, $size, [ref]$needed) -eq 0) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
      # three DWORDs, then pointers on their natural boundary: path, load order group, tag, dependencies, account, display name
      $first = if ([IntPtr]::Size -eq 8) { 16 } else { 12 }
      $dependencies = @()
      $list = $marshal::ReadIntPtr($buffer, $first + 3 * [IntPtr]::Size)
      while ($list -ne [IntPtr]::Zero) {
        $entry = $marshal::PtrToStringUni($list)
        if ($entry.Length -eq 0) { break }
        $dependencies += $entry
        $list = [IntPtr]::Add($list, 2 * ($entry.Length + 1))
      }
      $configuration = [pscustomobject]@{
        DisplayName  = $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $first + 5 * [IntPtr]::Size))
        Type         = $marshal::ReadInt32($buffer, 0)
        StartType    = $marshal::ReadInt32($buffer, 4)
        Delayed      = $false
        Account      = $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $first + 4 * [IntPtr]::Size))
        Path         = $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $first))
        Dependencies = $dependencies
      }
      # SERVICE_CONFIG_DELAYED_AUTO_START_INFO: one BOOL; drivers have none
      if ($api::QueryServiceConfig2W($handle, 3, $buffer, $size, [ref]$needed) -ne 0) { $configuration.Delayed = $marshal::ReadInt32($buffer, 0) -ne 0 }
      elseif ($configuration.StartType -eq 2) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
      $configuration
    }
    finally { $marshal::FreeHGlobal($buffer) }
  }
}

# Gives State, ProcessId, OwnProcess, ExitCode (Win32) and ServiceExitCode of a service, $null when it does not exist; throws when it cannot be read.
# State is stopped, starting, stopping, running, continuing, pausing or paused: SERVICE_STATUS_PROCESS in this order of numbers from 1.
function Get-ServiceStatus {
  param([Parameter(Mandatory)] [string] $Name)
  Open-Service -Name $Name -Access 0x4 -Body {
    param($api, $handle)
    $buffer = [byte[]]::new(36)
    $needed = 0
    if ($api::QueryServiceStatusEx($handle, 0, $buffer, 36, [ref]$needed) -eq 0) {
      throw [ComponentModel.Win32Exception]::new([Runtime.InteropServices.Marshal]::GetLastWin32Error())
    }
    [pscustomobject]@{
      State           = @('unknown', 'stopped', 'starting', 'stopping', 'running', 'continuing', 'pausing', 'paused')[[BitConverter]::ToInt32($buffer, 4)]
      # SERVICE_WIN32_OWN_PROCESS; 0x100 (interactive) and the user-service bits may stand beside it
      OwnProcess      = ([BitConverter]::ToInt32($buffer, 0) -band 0x30) -eq 0x10
      ExitCode        = [BitConverter]::ToInt32($buffer, 12)
      ServiceExitCode = [BitConverter]::ToInt32($buffer, 16)
      ProcessId       = [BitConverter]::ToInt32($buffer, 28)
    }
  }
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

# Runs a block with the functions and a handle of a service and closes it; gives what the block gives, $null when there is no such service.
# Access: 0x1 query the configuration, 0x2 change it, 0x4 query the state, 0x8 enumerate dependents, 0x10 start, 0x20 stop, 0x10000 delete.
# Any other error than 1060 (no such service) is thrown as Win32Exception.
function Open-Service {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [int] $Access, [Parameter(Mandatory)] [scriptblock] $Body)
  $api = Get-ServiceApi
  $manager = $api::OpenSCManagerW([IntPtr]::Zero, [IntPtr]::Zero, 1)
  if ($manager -eq [IntPtr]::Zero) { throw [ComponentModel.Win32Exception]::new([Runtime.InteropServices.Marshal]::GetLastWin32Error()) }
  try {
    $handle = $api::OpenServiceW($manager, $Name, $Access)
    $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    if ($handle -ne [IntPtr]::Zero) {
      try { & $Body $api $handle } finally { [void]$api::CloseServiceHandle($handle) }
    }
    elseif ($code -ne 1060) { throw [ComponentModel.Win32Exception]::new($code) }
  }
  finally { [void]$api::CloseServiceHandle($manager) }
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

# Does nothing for some milliseconds; Ctrl-C ends it.
function Wait-Moment {
  param([Parameter(Mandatory)] [int] $Milliseconds)
  Start-Sleep -Milliseconds $Milliseconds
}

# Puts the name that people know behind each SID in a message: 'S-1-5-80-0 (NT SERVICE\ALL SERVICES)'.
function Add-AccountName {
  param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Text)
  $Text
}

# Blocks the rest of the present block.
function Add-Barrier {
  param([Parameter(Mandatory)] [string] $Id)
  if ($script:Remedy.Barriers.Count -gt 0) { $null = $script:Remedy.Barriers.Pop() }
  $script:Remedy.Barriers.Push($Id)
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

# 'require': when the condition is false or cannot be read, this item is blocked, and so is the rest of its block.
function Assert {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyMessage,
    [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition
  )
  $RemedyItem = @{ Id = $RemedyId; Label = 'require ' + $RemedyText; On = @(); Reads = $RemedyReads; Provides = @() }
  if (Resolve-Obstacle -Item $RemedyItem) { return }
  try { $RemedyWhy = if (Measure-Condition -RemedyCondition $RemedyCondition) { '' } else { $RemedyMessage } }
  catch { $RemedyWhy = "'$RemedyText' cannot be read: " + (Get-FailureText -Failure $_) }
  if ($RemedyWhy -eq '') { Write-Record -Item $RemedyItem -Outcome 'ok' }
  else {
    Write-Record -Item $RemedyItem -Outcome 'blocked' -Why $RemedyWhy
    Add-Barrier -Id $RemedyId
  }
}

# 'check': tests a condition; when it is false, its actions would run.
function Check {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
    [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
    [Alias('On')] [string[]] $RemedyOn = @(),
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Alias('Every')] [timespan] $RemedyEvery = [timespan]::Zero,
    [Alias('Require')] [scriptblock] $RemedyRequire,
    [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition
  )
  $RemedyItem = @{ Id = $RemedyId; Label = $RemedyTitle; On = $RemedyOn; Reads = $RemedyReads; Provides = @() }
  $RemedyTest = { Measure-Check -RemedyItem $RemedyItem -RemedyText $RemedyText -RemedyCondition $RemedyCondition }
  $RemedyVerdict = Resolve-Check -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyEvery $RemedyEvery -RemedyRequire $RemedyRequire
  if ($null -ne $RemedyVerdict) { Write-Plan -Item $RemedyItem -Why $RemedyVerdict.Why }
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
  Resume-Left
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

# Writes a value as people read it in a message or as text of the remedy: none, true, 1.2.3.0, 30m, 4GB is 4294967296, lists with commas.
function ConvertTo-Text {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object] $Value)
  if ($null -eq $Value) { return 'none' }
  if ($Value -is [string]) { return $Value }
  if ($Value -is [bool]) { return $(if ($Value) { 'true' } else { 'false' }) }
  if ($Value -is [timespan]) { return Format-Duration -Duration $Value }
  if ($Value -is [datetime]) { return $Value.ToString('u', [Globalization.CultureInfo]::InvariantCulture) }
  if ($Value -is [Collections.IEnumerable]) { return @(foreach ($one in $Value) { ConvertTo-Text $one }) -join ', ' }
  [Convert]::ToString($Value, [Globalization.CultureInfo]::InvariantCulture)
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

# Replaces %Variables% of a path by the folders that Windows itself names; other variables come from the machine's registry, never from this process's environment.
# %TEMP% is that of SYSTEM, or the user's own for a remedy that runs as the user. Throws for a variable that this machine does not have.
function Expand-Path {
  param([Parameter(Mandatory, Position = 0)] [string] $Path)
  [regex]::Replace($Path, '%([^%]+)%', [Text.RegularExpressions.MatchEvaluator] {
      param($found)
      Get-PathVariable -Name $found.Groups[1].Value
    })
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

# Writes a duration in the largest unit that divides it, as the remedy does: 1d, 90m, 1500ms.
function Format-Duration {
  param([Parameter(Mandatory)] [timespan] $Duration)
  $milliseconds = [long][Math]::Round($Duration.TotalMilliseconds)
  $units = [ordered]@{ d = 86400000; h = 3600000; m = 60000; s = 1000 }
  foreach ($unit in $units.Keys) {
    if ($milliseconds -ne 0 -and $milliseconds % $units[$unit] -eq 0) { return '{0}{1}' -f ($milliseconds / $units[$unit]), $unit }
  }
  "$milliseconds`ms"
}

# Gives the item that blocks the present block or one around it, '' for none.
function Get-Barrier {
  if ($script:Remedy.Barriers.Count -eq 0) { '' } else { $script:Remedy.Barriers.Peek() }
}

# Says that a check's actions ran too recently, nothing when they may run: once a day when they did not help, once in the period of 'every' in any case.
function Get-CheckBlocker {
  param([Parameter(Mandatory)] [string] $Id, [Parameter(Mandatory)] [timespan] $Every)
  $mark = "Check $Id"
  if (-not $script:Remedy.Marks.ContainsKey($mark)) { return }
  $age = Get-MarkAge -Text ($script:Remedy.Marks[$mark].Split(' ')[0])
  $period = if ($Every -gt [timespan]::Zero) { $Every } else { [timespan]::FromDays(1) }
  if ($null -eq $age -or $age -ge $period) { return }
  $helped = $script:Remedy.Marks[$mark].EndsWith(' helped', [StringComparison]::Ordinal)
  $past = if ($helped) { 'they helped then' } else { 'they did not help: a person must look' }
  "its actions ran within the last $(ConvertTo-Text $period), $past"
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

# Gives the folder that Windows itself names for a variable in a path, nothing for any other variable.
function Get-FolderVariable {
  param([Parameter(Mandatory)] [string] $Name)
  $folders = @{
    'SystemRoot' = 'Windows'; 'windir' = 'Windows'; 'ProgramData' = 'CommonApplicationData'; 'ALLUSERSPROFILE' = 'CommonApplicationData'
    'ProgramFiles' = 'ProgramFiles'; 'ProgramW6432' = 'ProgramFiles'; 'ProgramFiles(x86)' = 'ProgramFilesX86'
    'CommonProgramFiles' = 'CommonProgramFiles'; 'CommonProgramW6432' = 'CommonProgramFiles'; 'CommonProgramFiles(x86)' = 'CommonProgramFilesX86'
    'USERPROFILE' = 'UserProfile'; 'APPDATA' = 'ApplicationData'; 'LOCALAPPDATA' = 'LocalApplicationData'
  }
  if ($folders.ContainsKey($Name)) { Get-SpecialFolder -Name $folders[$Name] }
  elseif ($Name -eq 'SystemDrive') { (Get-SpecialFolder -Name 'Windows').Substring(0, 2) }
  elseif ($Name -eq 'PUBLIC') { (Get-SpecialFolder -Name 'CommonDocuments') -replace '\\[^\\]+$', '' }
  elseif ($Name -notin 'TEMP', 'TMP') { return }
  elseif ($script:Remedy.Context -eq 'user') { (Get-SpecialFolder -Name 'LocalApplicationData') + '\Temp' }
  else { (Get-SpecialFolder -Name 'Windows') + '\Temp' }
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

# Gives the value of a variable in a path; throws when this machine does not have it.
# Inside a variable of the machine only folders that Windows itself names are expanded.
function Get-PathVariable {
  param([Parameter(Mandatory)] [string] $Name)
  $value = Get-FolderVariable -Name $Name
  if ([string]::IsNullOrEmpty($value)) {
    $value = [regex]::Replace([string](Get-MachineVariable -Name $Name), '%([^%]+)%', [Text.RegularExpressions.MatchEvaluator] {
        param($found)
        $folder = Get-FolderVariable -Name $found.Groups[1].Value
        if ([string]::IsNullOrEmpty($folder)) { throw "the variable %$Name% of this machine refers to $($found.Value), which is no folder of Windows" }
        $folder
      })
  }
  if ([string]::IsNullOrEmpty($value)) { throw "this machine has no variable %$Name%" }
  $value.TrimEnd('\')
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

# Gives the names of the services that earlier runs stopped for a while and did not start again, since they were ended before; what others depend on comes first.
function Get-StoppedName {
  $names = @(foreach ($mark in $script:Remedy.Session.Keys) { if ($mark -like 'Stopped *') { $mark.Substring(8) } })
  foreach ($name in $names) { if ($script:Remedy.Session["Stopped $name"] -eq $name) { $name } }
  foreach ($name in $names) { if ($script:Remedy.Session["Stopped $name"] -ne $name) { $name } }
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
  $script:Remedy['Left'] = @(Get-StoppedName)
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

# Tests a check's condition: gives nothing where it holds, else the reason.
function Measure-Check {
  param(
    [Parameter(Mandatory)] [hashtable] $RemedyItem,
    [Parameter(Mandatory)] [string] $RemedyText,
    [Parameter(Mandatory)] [scriptblock] $RemedyCondition
  )
  if (-not (Measure-Condition -RemedyCondition $RemedyCondition)) { "'$($RemedyItem.Label)' does not hold ($RemedyText)" }
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

# Decides on a check as Resolve-Item does on an item; the time of its last actions and what its fix requires are its blockers.
function Resolve-Check {
  param(
    [Parameter(Mandatory)] [hashtable] $RemedyItem,
    [Parameter(Mandatory)] [scriptblock] $RemedyTest,
    [Parameter(Mandatory)] [timespan] $RemedyEvery,
    [scriptblock] $RemedyRequire
  )
  $RemedyItem['Blocker'] = {
    $RemedyRecent = Get-CheckBlocker -Id $RemedyItem.Id -Every $RemedyEvery
    if ($RemedyRecent) { $RemedyRecent }
    elseif ($null -ne $RemedyRequire) { & $RemedyRequire }
  }
  Resolve-Item -RemedyItem $RemedyItem -RemedyTest $RemedyTest
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

# After the last step: services that an earlier run stopped for a while, and that a repair would start again whatever came out before.
function Resume-Left {
  if (@($script:Remedy.Left).Count -eq 0) { return }
  $script:Remedy.Halt = ''
  Step 'resume' 'Start again what was stopped' {
    foreach ($RemedyLeft in $script:Remedy.Left) {
      Ensure "resume.$RemedyLeft" "service $RemedyLeft runs again" -On "service $RemedyLeft" { Test-Resumed -Name $RemedyLeft }
    }
  }
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

# True when a text matches a .NET regular expression, ignoring case; $null never does. Throws when that takes more than a second.
function Test-Match {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Text, [Parameter(Mandatory, Position = 1)] [string] $Pattern)
  if ($null -eq $Text) { return $false }
  [regex]::IsMatch([string]$Text, $Pattern, [Text.RegularExpressions.RegexOptions]'IgnoreCase, CultureInvariant', [timespan]::FromSeconds(1))
}

# Tests a service that an earlier run had stopped for a while: gives nothing where it runs again. One that somebody has removed or disabled since stays as it is.
function Test-Resumed {
  param([Parameter(Mandatory)] [string] $Name)
  # it may have been on its way when that run ended
  $status = Get-SettledService -Name $Name -Timeout ([timespan]'00:00:30')
  if ($null -eq $status -or $status.State -notin 'stopped', 'stopping') { return }
  $configuration = Get-ServiceConfiguration -Name $Name
  # 4: disabled
  if ($null -eq $configuration -or $configuration.StartType -eq 4) { return }
  "service $(ConvertTo-Line $Name) was stopped by a run that was ended before it could start it again"
}

# '??': gives a value, or what the block gives when it is $null.
function Use-Default {
  param(
    [Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object] $RemedyValue,
    [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyDefault
  )
  if ($null -eq $RemedyValue) { & $RemedyDefault } else { $RemedyValue }
}

# Gives the channel its answer - the summary, one word, or nothing - and ends the script with the exit code; nothing may follow.
function Write-Answer {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
  $code, $answer = $script:Remedy.Dialect[$Outcome]
  if ($answer -like 'summary*') { Write-Output -InputObject $Line }
  elseif ($answer -like 'token:*') { Write-Output -InputObject $answer.Substring(6) }
  exit $code
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

# Gives the SID of a service's logon account; $null for a driver, or when no account has that name.
# The service control manager knows three accounts by English names on a Windows of every language (documentation of ChangeServiceConfig).
function ConvertTo-ServiceAccount {
  param([Parameter(Mandatory)] [pscustomobject] $Configuration)
  # SERVICE_WIN32: own or shared process; what else there is are drivers, whose account is the name of a driver object
  if (($Configuration.Type -band 0x30) -eq 0) { return $null }
  switch ([string]$Configuration.Account) {
    { $_ -in '', 'LocalSystem', '.\LocalSystem', 'NT AUTHORITY\SYSTEM' } { return 'S-1-5-18' }
    'NT AUTHORITY\LocalService' { return 'S-1-5-19' }
    'NT AUTHORITY\NetworkService' { return 'S-1-5-20' }
  }
  Get-AccountSid -Name ($Configuration.Account -replace '^\.\\', '')
}

# Gives the word for a service's start type: automatic, automatic_delayed, manual, disabled, and boot or system for drivers.
function ConvertTo-ServiceStartup {
  param([Parameter(Mandatory)] [pscustomobject] $Configuration)
  if ($Configuration.StartType -eq 2 -and $Configuration.Delayed) { return 'automatic_delayed' }
  @('boot', 'system', 'automatic', 'manual', 'disabled')[$Configuration.StartType]
}

# Gives one of running, stopped, starting, stopping, paused: while it is being suspended or resumed it is paused.
function ConvertTo-ServiceState {
  param([Parameter(Mandatory)] [string] $State)
  if ($State -in 'pausing', 'continuing') { 'paused' } else { $State }
}

# Gives the files of a folder and of all folders below it whose names match; junctions and other links to folders are not followed. Throws where a folder cannot be listed.
function Find-DirectoryFile {
  param([Parameter(Mandatory)] [string] $Path, [AllowNull()] [AllowEmptyCollection()] [string[]] $Files)
  $waiting = [Collections.Generic.Queue[string]]::new()
  $waiting.Enqueue($Path)
  while ($waiting.Count -gt 0) {
    $folder = $waiting.Dequeue()
    $entries = try { @(Find-FolderEntry -Path $folder) }
    catch {
      $failure = $_.Exception.GetBaseException()
      # A subfolder that was there a moment ago may be gone by now; the named folder itself may not
      if ($folder -ne $Path -and $failure -is [IO.DirectoryNotFoundException]) { continue }
      throw "folder $(ConvertTo-Line $folder): $($failure.Message)"
    }
    foreach ($entry in $entries) {
      if (-not $entry.IsDirectory) { if (Test-FilePattern -Name $entry.Name -Pattern $Files) { $entry } }
      elseif (-not $entry.IsLink) { $waiting.Enqueue($entry.Path) }
    }
  }
}

# Gives the name of a registry value for messages: key, value, and the view where one is given.
function Format-RegistryName {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 0)
  $text = if ($Name -eq '') { "$Key\(default)" } else { "$Key\$Name" }
  if ($View -ne 0) { $text += " ($View-bit view)" }
  ConvertTo-Line $text
}

# Gives the time since a moment (UTC); nothing is younger than just now, also when the clock was set back.
function Get-FileAge {
  param([Parameter(Mandatory)] [datetime] $Time)
  $age = (Get-Clock) - $Time
  if ($age -lt [timespan]::Zero) { [timespan]::Zero } else { $age }
}

# Gives what stands at a file's path (Get-PathEntry), and names the path where that cannot be read.
function Get-FileEntry {
  param([Parameter(Mandatory)] [string] $Path)
  # A path without drive or share would be looked for wherever the script was started; \\?\ and \\.\ go around the checks of Windows
  if ($Path -notmatch '^([A-Za-z]:\\|\\\\[^\\?.])') { throw "$(ConvertTo-Line $Path) is no absolute path" }
  try { Get-PathEntry -Path $Path }
  catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}

# Gives a service's status once it is neither starting nor stopping any more, at the latest after Timeout; $null when it does not exist.
# So a service that is just starting is not taken for one that hangs. A status that cannot be read is an exception, never "stopped".
function Get-SettledService {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  $null = Wait-Condition -Timeout $Timeout -Condition { $status = Get-ServiceStatus -Name $Name; $null -eq $status -or $status.State -notin 'starting', 'stopping', 'continuing', 'pausing' }
  Get-ServiceStatus -Name $Name
}

# Reads a folder: exists, size (bytes of all matching files in it and below), file_count, oldest_file_age (since it was last written; $null without a file).
function Read-Directory {
  param(
    [Parameter(Mandatory)] [string] $Path,
    [AllowNull()] [AllowEmptyCollection()] [string[]] $Files,
    [Parameter(Mandatory)] [ValidateSet('exists', 'size', 'file_count', 'oldest_file_age')] [string] $Property
  )
  $entry = Get-FileEntry -Path $Path
  $exists = $null -ne $entry -and $entry.IsDirectory
  if ($Property -eq 'exists') { return $exists }
  if (-not $exists) { return }

  $count = [long]0
  $size = [long]0
  $oldest = $null
  foreach ($file in @(Find-DirectoryFile -Path $Path -Files $Files)) {
    $count++
    $size += $file.Size
    if ($null -eq $oldest -or $file.WriteTime -lt $oldest) { $oldest = $file.WriteTime }
  }
  if ($Property -eq 'size') { return $size }
  if ($Property -eq 'file_count') { return $count }
  if ($null -ne $oldest) { Get-FileAge -Time $oldest }
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

# Reads one property of a registry value: exists, type, data (a list as one array, bytes as hexadecimal text). $null when the value is absent.
function Read-RegistryValue {
  param(
    [Parameter(Mandatory)] [string] $Key,
    [AllowEmptyString()] [string] $Name = '',
    [int] $View = 64,
    [Parameter(Mandatory)] [ValidateSet('exists', 'type', 'data')] [string] $Property
  )
  $entry = Read-RegistryEntry -Key $Key -Name $Name -View $View
  if ($Property -eq 'exists') { return $null -ne $entry }
  if ($null -eq $entry) { return }
  if ($Property -eq 'type') { return $entry.Type }
  if ($entry.Data -is [byte[]]) { return [BitConverter]::ToString($entry.Data).Replace('-', ' ').ToLowerInvariant() }
  if ($entry.Data -is [array]) { return , $entry.Data }
  $entry.Data
}

# Reads one property of a service; $null when it does not exist, exists: $false. A pending state is waited for, 30 s at most.
function Read-Service {
  param(
    [Parameter(Mandatory)] [string] $Name,
    [Parameter(Mandatory)] [ValidateSet('exists', 'state', 'startup', 'account', 'display_name', 'path', 'process_id')] [string] $Property
  )
  if ($Property -eq 'exists') { return $null -ne (Get-ServiceStatus -Name $Name) }
  if ($Property -in 'state', 'process_id') {
    $status = Get-SettledService -Name $Name
    if ($null -eq $status) { return }
    if ($Property -eq 'process_id') { if ($status.ProcessId -ne 0) { return $status.ProcessId } else { return } }
    return ConvertTo-ServiceState -State $status.State
  }
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -eq $configuration) { return }
  switch ($Property) {
    'startup' { ConvertTo-ServiceStartup -Configuration $configuration }
    'account' { ConvertTo-ServiceAccount -Configuration $configuration }
    'display_name' { $configuration.DisplayName }
    'path' { $configuration.Path }
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

# Tells whether a file name matches one of some patterns, in which only * and ? are special; no pattern at all matches every name.
function Test-FilePattern {
  param([Parameter(Mandatory)] [string] $Name, [AllowNull()] [AllowEmptyCollection()] [string[]] $Pattern)
  $patterns = @($Pattern | Where-Object { $_ })
  if ($patterns.Count -eq 0) { return $true }
  foreach ($text in $patterns) {
    if (Test-Match $Name ('^' + [regex]::Escape($text).Replace('\*', '.*').Replace('\?', '.') + '$')) { return $true }
  }
  $false
}

# Tests a service: gives nothing where it is as given, else the reason. A pending state is waited for.
function Test-Service {
  param(
    [Parameter(Mandatory)] [string] $Name,
    [ValidateSet('', 'running', 'stopped')] [string] $State = '',
    [ValidateSet('', 'automatic', 'automatic_delayed', 'manual', 'disabled')] [string] $Startup = '',
    [timespan] $Timeout = [timespan]'00:00:30'
  )
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -eq $configuration) { return "service $Name is not installed" }
  $deviations = @()
  $actualStartup = ConvertTo-ServiceStartup -Configuration $configuration
  if ($Startup -ne '' -and -not (Test-ServiceStartup -Actual $actualStartup -Wish $Startup)) { $deviations += "service $Name has startup $actualStartup, not $Startup" }
  if ($State -ne '') {
    $status = Get-SettledService -Name $Name -Timeout $Timeout
    if ($null -eq $status) { return "service $Name is not installed" }
    $actualState = ConvertTo-ServiceState -State $status.State
    if ($actualState -ne $State) { $deviations += "service $Name is $actualState" }
  }
  if ($deviations.Count -gt 0) { $deviations -join ' and ' }
}

# True when a service starts as wished. 'automatic' is content with a delayed start, which installers and administrators choose to make Windows start faster.
function Test-ServiceStartup {
  param([Parameter(Mandatory)] [string] $Actual, [Parameter(Mandatory)] [string] $Wish)
  $Actual -eq $Wish -or ($Wish -eq 'automatic' -and $Actual -eq 'automatic_delayed')
}

# Waits until a block gives $true, looking every 250 ms, at most for Timeout; tells whether it did.
# The monotonic clock: setting the time of day does not lengthen a wait.
function Wait-Condition {
  param([Parameter(Mandatory)] [timespan] $Timeout, [Parameter(Mandatory)] [scriptblock] $Condition, [int] $Every = 250)
  $begin = Get-Tick
  while (-not (& $Condition)) {
    if ((Get-Tick) - $begin -ge $Timeout.TotalMilliseconds) { return $false }
    Wait-Moment -Milliseconds $Every
  }
  $true
}

  Initialize-Remedy
  Step 'spooler' 'Print spooler' {
    # examples/print-spooler.remedy:15: require spooler.startup != disabled else "The spooler is disabled on purpose."
    Assert 'spooler.1' 'The spooler is disabled on purpose.' -Text 'spooler.startup != disabled' -Reads @('service spooler') {
      (Read-Service -Name 'Spooler' -Property 'startup') -ne 'disabled'
    }
    # examples/print-spooler.remedy:16: check "no job is stuck" { jobs.oldest_file_age == none or jobs.oldest_file_age < limit } fix { with spooler stopped {...
    Check 'spooler.2' 'no job is stuck' -Text 'jobs.oldest_file_age == none or jobs.oldest_file_age < limit' -On @(
      'service spooler',
      'directory (registry_value hklm\system\currentcontrolset\control\print\printers name: defaultspooldirectory).data ?? %systemroot%\system32\spool\printers files: [*.spl, *.shd]'
    ) -Reads @(
      'directory (registry_value hklm\system\currentcontrolset\control\print\printers name: defaultspooldirectory).data ?? %systemroot%\system32\spool\printers files: [*.spl, *.shd]',
      'registry_value hklm\system\currentcontrolset\control\print\printers name: defaultspooldirectory'
    ) {
      ($null -eq (Read-Directory -Path (Expand-Path (Use-Default (Read-RegistryValue -Key 'HKLM\SYSTEM\CurrentControlSet\Control\Print\Printers' -Name 'DefaultSpoolDirectory' -Property 'data') {
          '%SystemRoot%\System32\spool\PRINTERS'
        })) -Files @('*.spl', '*.shd') -Property 'oldest_file_age')) -or
        ((Read-Directory -Path (Expand-Path (Use-Default (Read-RegistryValue -Key 'HKLM\SYSTEM\CurrentControlSet\Control\Print\Printers' -Name 'DefaultSpoolDirectory' -Property 'data') {
          '%SystemRoot%\System32\spool\PRINTERS'
        })) -Files @('*.spl', '*.shd') -Property 'oldest_file_age') -lt ([timespan]'01:00:00'))
    }
    # examples/print-spooler.remedy:21: ensure spooler { state: running }
    Ensure 'spooler.3' 'service Spooler: state running' -On 'service spooler' { Test-Service -Name 'Spooler' -State 'running' }
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
