<#
.SYNOPSIS
    A service with a virtual account may log on: tells whether it is needed, changes nothing
.DESCRIPTION
    A service that logs on with its virtual account (NT SERVICE\<name>) is denied the logon: Windows names error 1069 and event 7041.
    Grants 'Log on as a service' to all such accounts and starts the service.
.NOTES
    Remedy    service_virtual_account 1.0.0
    Target    configmgr.baseline, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/service-virtual-account.remedy, SHA-256 3392b4a64fddff2edb70ef670a2dba2a029556e3f74d22c4c575341226d45746
    Parameter service_name = DIAHostService
#>
#Requires -Version 5.1
[CmdletBinding()]
param()
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  # In constrained language calls of .NET fail; what follows here are commands only.
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Write-Output 'Blocked'
    exit 0
  }
  # Texts compare the same whatever the language of Windows: in Turkish, I is not the capital of i.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'

  $Remedy = @{
    Name = 'service_virtual_account'
    Version = '1.0.0'
    Title = 'A service with a virtual account may log on'
    Role = 'detect'
    Target = 'configmgr.baseline'
    Context = 'system'
    Fingerprint = 'e72058b54125b2ed673e0a8908c009788ed0ea4083274d291fc7d28449a07238'
    Items = @('logon_right.1', 'logon_right.2', 'logon_right.3', 'logon_right.4', 'start.1')
    Accounts = @{
      'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES'
      'S-1-5-80-2309424314-4000424941-3690464367-1726909705-3288450713' = 'NT SERVICE\DIAHostService'
    }
    Parameters = [ordered]@{ }
    Dialect = @{
      compliant = @(0, 'token:Compliant')
      noncompliant = @(0, 'token:NonCompliant')
      blocked = @(0, 'token:Blocked')
      failed = @(0, 'token:Failed')
      restart = @(0, 'token:NonCompliant')
      busy = @(0, 'token:Failed')
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

# The functions of the local security authority that read and write user rights.
function Get-LsaApi {
  $handle = [IntPtr]
  Get-NativeType -Library 'advapi32.dll' -Name 'LsaApi' -Signature @{
    LsaOpenPolicy                      = [int], $handle, [byte[]], [int], $handle.MakeByRefType()
    LsaClose                           = [int], $handle
    LsaFreeMemory                      = [int], $handle
    LsaNtStatusToWinError              = [int], [int]
    LsaEnumerateAccountsWithUserRight  = [int], $handle, $handle, $handle.MakeByRefType(), [int].MakeByRefType()
    LsaAddAccountRights                = [int], $handle, [byte[]], $handle, [int]
  }
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

# Gives milliseconds since some fixed moment; unlike the clock it is never set back, so every wait and duration is measured with it.
function Get-Tick {
  [long]([Diagnostics.Stopwatch]::GetTimestamp() * 1000.0 / [Diagnostics.Stopwatch]::Frequency)
}

# Gives the SIDs of the accounts that hold a user right directly; nothing when nobody does. Throws for a right that Windows does not know.
function Get-UserRightHolder {
  param([Parameter(Mandatory)] [string] $Right)
  Open-LsaPolicy -Right $Right -Access 0x801 -Body {
    param($api, $policy, $string)
    $buffer = [IntPtr]::Zero
    $count = 0
    $status = $api::LsaEnumerateAccountsWithUserRight($policy, $string, [ref]$buffer, [ref]$count)
    # STATUS_NO_MORE_ENTRIES: held by nobody
    if ($status -eq 0x8000001A) { return }
    if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
    try {
      # an array of LSA_ENUMERATION_INFORMATION, which is one pointer to a SID
      for ($index = 0; $index -lt $count; $index++) {
        $sid = [Runtime.InteropServices.Marshal]::ReadIntPtr($buffer, $index * [IntPtr]::Size)
        [Security.Principal.SecurityIdentifier]::new($sid).Value
      }
    }
    finally { [void]$api::LsaFreeMemory($buffer) }
  }
}

# Runs the 64-bit Windows PowerShell from a 32-bit process, hands its output on line by line, and gives its exit code (an [int]) last.
# Sysnative is the name under which a 32-bit process sees the real System32.
function Invoke-WidePowerShell {
  param([Parameter(Mandatory)] [string[]] $Argument)
  $program = [Environment]::GetFolderPath([Environment+SpecialFolder]::Windows) + '\Sysnative\WindowsPowerShell\v1.0\powershell.exe'
  & $program @Argument
  [int]$LASTEXITCODE
}

# Runs a block with the functions, a handle of the local security policy and the right's name as LSA_UNICODE_STRING, and frees both.
# Access: 0x801 reads accounts by right, 0x811 adds and removes them as well. A block throws NTSTATUS values through LsaNtStatusToWinError.
function Open-LsaPolicy {
  param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [int] $Access, [Parameter(Mandatory)] [scriptblock] $Body)
  $api = Get-LsaApi
  $marshal = [Runtime.InteropServices.Marshal]
  $policy = [IntPtr]::Zero
  # LSA_OBJECT_ATTRIBUTES: six fields of pointer size, all unused
  $status = $api::LsaOpenPolicy([IntPtr]::Zero, [byte[]]::new(6 * [IntPtr]::Size), $Access, [ref]$policy)
  if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
  $text = $marshal::StringToHGlobalUni($Right)
  $string = $marshal::AllocHGlobal(2 * [IntPtr]::Size)
  try {
    $marshal::WriteIntPtr($string, [IntPtr]::Zero)
    $marshal::WriteInt16($string, 0, [int16](2 * $Right.Length))
    $marshal::WriteInt16($string, 2, [int16](2 * $Right.Length + 2))
    $marshal::WriteIntPtr($string, [IntPtr]::Size, $text)
    & $Body $api $policy $string
  }
  finally {
    $marshal::FreeHGlobal($string)
    $marshal::FreeHGlobal($text)
    [void]$api::LsaClose($policy)
  }
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
  $found = [regex]::Matches($Text, 'S-1-[0-9]+(?:-[0-9]+)+(?! \()')
  for ($index = $found.Count - 1; $index -ge 0; $index--) {
    $sid = $found[$index].Value
    if ($script:Remedy.Accounts.ContainsKey($sid)) { $Text = $Text.Insert($found[$index].Index + $sid.Length, ' (' + $script:Remedy.Accounts[$sid] + ')') }
  }
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
  Write-Answer -Outcome $end.Outcome -Line $line
}

# After the last step: the summary line and the exit code that the channel expects.
function Complete-Remedy {
  Resume-Left
  $outcome = Get-DetectOutcome
  $tail = ''
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

# Gives the SID of an account by name, as this device resolves it; a SID is given back. Throws when there is no such account.
function Resolve-Account {
  param([Parameter(Mandatory, Position = 0)] [string] $Account)
  if ($Account -match '^S-1-[0-9]+(-[0-9]+)+$') { return $Account.ToUpperInvariant() }
  $sid = Get-AccountSid -Name ($Account -replace '^\.\\', '')
  if ([string]::IsNullOrEmpty($sid)) { throw "this machine knows no account '$Account'" }
  $sid
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

# True when two accounts, by SID or name, are the same; $null is the same as $null only.
function Test-Account {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Left, [Parameter(Mandatory, Position = 1)] [AllowNull()] [object] $Right)
  if ($null -eq $Left -or $null -eq $Right) { return $null -eq $Left -and $null -eq $Right }
  if (Test-Text ([string]$Left) ([string]$Right) -IgnoreCase) { return $true }
  Test-Text (Resolve-Account ([string]$Left)) (Resolve-Account ([string]$Right)) -IgnoreCase
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

# Says which of these accounts is denied a user right, or nothing: SeDenyServiceLogonRight supersedes SeServiceLogonRight. Only the five logon rights have such a twin.
function Find-UserRightDenial {
  param([Parameter(Mandatory)] [string] $Right, [string[]] $Includes = @())
  if ($Includes.Count -eq 0 -or $Right -notmatch '^Se(Service|Batch|Interactive|Network|RemoteInteractive)LogonRight$') { return }
  $denyRight = 'SeDeny' + $Right.Substring(2)
  $denied = @(Get-UserRightHolder -Right $denyRight)
  foreach ($sid in $Includes) {
    foreach ($deny in @(Get-AccountGroup -Sid $sid)) {
      if ($denied -contains $deny) { return "$denyRight denies $sid the right $Right (it lists $(Format-Account -Sid $deny))" }
    }
  }
}

# Gives the name that the remedy used for a SID, or the SID. Nothing is translated, since a SID without an account is no error.
function Format-Account {
  param([Parameter(Mandatory)] [string] $Sid)
  if ($script:Remedy.Accounts.ContainsKey($Sid)) { $script:Remedy.Accounts[$Sid] } else { $Sid }
}

# Gives the SIDs through which an account can hold or be denied a logon right: its own, and the groups that every logon of its kind has.
# A service's token holds NT SERVICE\ALL SERVICES (S-1-5-80-0), SERVICE (S-1-5-6), Authenticated Users and Everyone. LsaEnumerateAccountRights knows
# direct grants only. Other groups of an ordinary account are not looked up: a right that it holds through one of them counts as missing.
function Get-AccountGroup {
  param([Parameter(Mandatory)] [string] $Sid)
  $Sid
  if ($Sid -match '^S-1-5-80-') {
    # the group itself: what every service has, but the right must be its own
    if ($Sid -ne 'S-1-5-80-0') { 'S-1-5-80-0' }
    'S-1-5-6'
    'S-1-5-11'
    'S-1-1-0'
  }
}

# Gives a service's status once it is neither starting nor stopping any more, at the latest after Timeout; $null when it does not exist.
# So a service that is just starting is not taken for one that hangs. A status that cannot be read is an exception, never "stopped".
function Get-SettledService {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  $null = Wait-Condition -Timeout $Timeout -Condition { $status = Get-ServiceStatus -Name $Name; $null -eq $status -or $status.State -notin 'starting', 'stopping', 'continuing', 'pausing' }
  Get-ServiceStatus -Name $Name
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

# Tells whether this machine is a domain controller: the product type that setup wrote (WinNT workstation, ServerNT server, LanmanNT domain controller).
function Test-DomainController {
  $type = Get-RegistryValue -Hive HKLM -Path 'SYSTEM\CurrentControlSet\Control\ProductOptions' -Name 'ProductType'
  $null -ne $type -and $type.Data -eq 'LanmanNT'
}

# Tests a service: gives nothing where it is as given, else the reason. A pending state is waited for.
function Test-Service {
  param(
    [Parameter(Mandatory)] [string] $Name,
    [ValidateSet('', 'running', 'stopped')] [string] $State = '',
    [ValidateSet('', 'automatic', 'automatic_delayed', 'manual', 'disabled')] [string] $Startup = '',
    [string] $Account = '',
    [timespan] $Timeout = [timespan]'00:00:30'
  )
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -eq $configuration) { return "service $Name is not installed" }
  $deviations = @()
  $actualStartup = ConvertTo-ServiceStartup -Configuration $configuration
  if ($Startup -ne '' -and -not (Test-ServiceStartup -Actual $actualStartup -Wish $Startup)) { $deviations += "service $Name has startup $actualStartup, not $Startup" }
  if ($Account -ne '' -and (ConvertTo-ServiceAccount -Configuration $configuration) -ne $Account) {
    $deviations += "service $Name logs on as $(ConvertTo-Line ([string]$configuration.Account)), not as $Account"
  }
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

# Tests a user right: gives nothing where every account of Includes has it effectively (by its own SID or a group of every service), else the reason.
function Test-UserRight {
  param(
    [Parameter(Mandatory)] [string] $Right,
    [string[]] $Includes = @()
  )
  $denial = Find-UserRightDenial -Right $Right -Includes $Includes
  if ($denial) { return $denial }
  $holders = @(Get-UserRightHolder -Right $Right)
  $deviations = @(
    foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $holders)) { "$Right lacks $sid" } }
  )
  if ($deviations.Count -eq 0) { return }
  $remark = if (Test-DomainController) { ' (this is a domain controller, whose user rights belong to the Default Domain Controllers Policy)' } else { '' }
  ($deviations -join ' and ') + $remark
}

# Tells whether an account has a right that these SIDs hold: by its own SID or a group of every service. ALL SERVICES itself must be held by name.
function Test-UserRightHeld {
  param([Parameter(Mandatory)] [string] $Sid, [Parameter(Mandatory)] [AllowEmptyCollection()] [AllowEmptyString()] [string[]] $Holders)
  if ($Sid -eq 'S-1-5-80-0') { return $Holders -contains $Sid }
  foreach ($group in @(Get-AccountGroup -Sid $Sid)) { if ($Holders -contains $group) { return $true } }
  $false
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
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # examples/service-virtual-account.remedy:14: require denied.exists else "There is no service '${service_name}'."
    Assert 'logon_right.1' 'There is no service ''DIAHostService''.' -Text 'denied.exists' -Reads @('service diahostservice') {
      Read-Service -Name 'DIAHostService' -Property 'exists'
    }
    # examples/service-virtual-account.remedy:15: require denied.startup != disabled else "The service '${service_name}' is disabled."
    Assert 'logon_right.2' 'The service ''DIAHostService'' is disabled.' -Text 'denied.startup != disabled' -Reads @('service diahostservice') {
      (Read-Service -Name 'DIAHostService' -Property 'startup') -ne 'disabled'
    }
    # examples/service-virtual-account.remedy:16: require denied.account == "NT SERVICE\\${service_name}" else "The service '${service_name}' does not log on with its ...
    Assert 'logon_right.3' 'The service ''DIAHostService'' does not log on with its virtual account.' -Text 'denied.account == "NT SERVICE\\${service_name}"' -Reads @(
      'service diahostservice'
    ) {
      Test-Account (Read-Service -Name 'DIAHostService' -Property 'account') 'S-1-5-80-2309424314-4000424941-3690464367-1726909705-3288450713'
    }
    # examples/service-virtual-account.remedy:17: ensure user_right("SeServiceLogonRight") { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'logon_right.4' 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' -On 'user_right seservicelogonright' {
      Test-UserRight -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    }
  }
  Step 'start' 'Start the service' {
    # examples/service-virtual-account.remedy:21: ensure denied { state: running }
    Ensure 'start.1' 'service DIAHostService: state running' -On 'service diahostservice' { Test-Service -Name 'DIAHostService' -State 'running' }
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
