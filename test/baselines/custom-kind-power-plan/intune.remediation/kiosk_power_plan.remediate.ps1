<#
.SYNOPSIS
    Kiosks run on the high-performance power plan: repairs what deviates
.DESCRIPTION
    Kiosks keep their full speed: a kind of our own, declared in power-plan.ts, with its functions in power-plan.ps1.
.NOTES
    Remedy    kiosk_power_plan 1.0.0
    Target    intune.remediation, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/custom-kind/power-plan.remedy, SHA-256 58e8b825f984f222dbe6110b00a02b59684bdf3b69994a5eac54dfb24408d898
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param()
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  # In constrained language calls of .NET fail; what follows here are commands only.
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Write-Error 'BLOCKED kiosk_power_plan 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)' -ErrorAction Continue
    Write-Output 'BLOCKED kiosk_power_plan 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
    exit 1
  }
  # Texts compare the same whatever the language of Windows: in Turkish, I is not the capital of i.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'

  $Remedy = @{
    Name = 'kiosk_power_plan'
    Version = '1.0.0'
    Title = 'Kiosks run on the high-performance power plan'
    Role = 'remediate'
    Target = 'intune.remediation'
    Context = 'system'
    Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Items = @('plan.1', 'plan.2')
    Accounts = @{ }
    Parameters = [ordered]@{ }
    Dialect = @{
      compliant = @(0, 'summary')
      noncompliant = @(1, 'summary+error')
      blocked = @(1, 'summary+error')
      failed = @(1, 'summary+error')
      restart = @(0, 'summary')
      busy = @(1, 'summary+error')
    }
  }
  $Remedy['Bound'] = $PSBoundParameters
  $Remedy['Cmdlet'] = $PSCmdlet
  $Remedy['Force'] = $false

# Creates a folder with the rights that it inherits.
function Add-Folder {
  param([Parameter(Mandatory)] [string] $Path)
  $null = [IO.Directory]::CreateDirectory($Path)
}

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

# Gives Id, Time (UTC), Source and Values (the event's own texts, without the language of Windows) of the newest events of a log since a time; at most 500.
# No match is no error. A classic event without texts of its own gives its message. Throws when the log cannot be read.
function Find-EventRecord {
  param([Parameter(Mandatory)] [string] $Log, [Parameter(Mandatory)] [datetime] $Since, [string] $Source = '', [int[]] $Id = @())
  $filter = @{ LogName = $Log; StartTime = $Since }
  if ($Source -ne '') { $filter['ProviderName'] = $Source }
  if ($Id.Count -gt 0) { $filter['Id'] = $Id }
  try { $events = @(Get-WinEvent -FilterHashtable $filter -MaxEvents 500 -ErrorAction Stop) }
  catch {
    if ($_.FullyQualifiedErrorId -notmatch '^NoMatching(Events|Providers)Found') { throw }
    return
  }
  foreach ($record in $events) {
    $values = @(if ($null -ne $record.PSObject.Properties['Properties']) { foreach ($property in $record.Properties) { [string]$property.Value } })
    [pscustomobject]@{
      Id     = [int]$record.Id
      Time   = $record.TimeCreated.ToUniversalTime()
      Source = [string]$record.ProviderName
      Values = [string[]]$(if ($values.Count -gt 0) { $values } else { [string]$record.Message })
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

# Gives Id, Name (without .exe), Path, Session and StartTime (UTC) of the processes of a name or of one id; Path and StartTime are $null where Windows does not tell.
function Find-Process {
  param([Parameter(Mandatory, ParameterSetName = 'Name')] [string] $Name, [Parameter(Mandatory, ParameterSetName = 'Id')] [int] $Id)
  $processes = if ($PSCmdlet.ParameterSetName -eq 'Name') { [Diagnostics.Process]::GetProcessesByName($Name) }
  else {
    # an id without a process is the one reason for an ArgumentException
    try { [Diagnostics.Process]::GetProcessById($Id) } catch [ArgumentException] { $null = $_ }
  }
  foreach ($process in @($processes)) {
    $path = $null
    $start = $null
    try { $path = $process.MainModule.FileName } catch { $null = $_ }
    try { $start = $process.StartTime.ToUniversalTime() } catch { $null = $_ }
    [pscustomobject]@{ Id = $process.Id; Name = $process.ProcessName; Path = $path; Session = $process.SessionId; StartTime = $start }
    $process.Dispose()
  }
}

# Gives the names of the services that depend on a service and are not stopped, in the order in which they must be stopped.
# The order is that of EnumDependentServicesW (reverse start order); 64 KB hold every answer.
function Find-ServiceDependent {
  param([Parameter(Mandatory)] [string] $Name)
  Open-Service -Name $Name -Access 0x8 -Body {
    param($api, $handle)
    $marshal = [Runtime.InteropServices.Marshal]
    $size = 65536
    $needed = 0
    $count = 0
    $buffer = $marshal::AllocHGlobal($size)
    try {
      if ($api::EnumDependentServicesW($handle, 1, $buffer, $size, [ref]$needed, [ref]$count) -eq 0) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
      # ENUM_SERVICE_STATUSW: two pointers and seven DWORDs, rounded up to the pointer's size
      $length = if ([IntPtr]::Size -eq 8) { 48 } else { 36 }
      for ($index = 0; $index -lt $count; $index++) { $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $index * $length)) }
    }
    finally { $marshal::FreeHGlobal($buffer) }
  }
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

# The functions that start a program inside a job object of its own and watch both.
function Get-ProcessApi {
  $handle = [IntPtr]
  Get-NativeType -Library 'kernel32.dll' -Name 'ProcessApi' -Signature @{
    CreateJobObjectW          = $handle, $handle, $handle
    AssignProcessToJobObject  = [int], $handle, $handle
    TerminateJobObject        = [int], $handle, [int]
    QueryInformationJobObject = [int], $handle, [int], [byte[]], [int], $handle
    CreateProcessW            = [int], [string], $handle, $handle, $handle, [int], [int], $handle, [string], [byte[]], [byte[]]
    ResumeThread              = [int], $handle
    TerminateProcess          = [int], $handle, [int]
    WaitForSingleObject       = [int], $handle, [int]
    GetExitCodeProcess        = [int], $handle, [int].MakeByRefType()
    CloseHandle               = [int], $handle
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
    EnumServicesStatusExW     = [int], $handle, [int], [int], [int], $handle, [int], $count, $count, $count, $handle
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

# Gives the SID of the account that runs this process.
function Get-UserSid {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  try { $identity.User.Value } finally { $identity.Dispose() }
}

# Ends the process that has this id and began at this time (UTC), and waits 10 s for its end; $false when it is not there any more.
# The time tells it from another process that got the same id meanwhile. Throws when Windows refuses.
function Invoke-ProcessEnd {
  param([Parameter(Mandatory)] [int] $Id, [Parameter(Mandatory)] [datetime] $StartTime)
  $process = try { [Diagnostics.Process]::GetProcessById($Id) } catch [ArgumentException] { $null }
  if ($null -eq $process) { return $false }
  try {
    if ($process.HasExited -or $process.StartTime.ToUniversalTime() -ne $StartTime) { return $false }
    $process.Kill()
    if (-not $process.WaitForExit(10000)) { throw "process $Id did not end within 10 s" }
    $true
  }
  finally { $process.Dispose() }
}

# Runs a program without a window in a job object of its own, in System32, and waits; gives ExitCode and TimedOut.
# It is suspended until the job holds it, so that no child of it escapes; when the time is over, the whole job is ended (exit code 1460). What it leaves
# behind in the job (an uninstaller that goes on as a copy of itself) is waited for during Linger, and then left alone.
# Environment: variables that differ from ours, $null takes one away. Throws when the program cannot be started.
function Invoke-Program {
  param(
    [Parameter(Mandatory)] [string] $Path,
    [string] $Arguments = '',
    [hashtable] $Environment = @{},
    [Parameter(Mandatory)] [timespan] $Timeout,
    [timespan] $Linger = [timespan]::Zero
  )
  $api = Get-ProcessApi
  $marshal = [Runtime.InteropServices.Marshal]
  $zero = [IntPtr]::Zero
  # Windows wants the block sorted by name, ignoring case
  $variables = [Collections.Generic.SortedDictionary[string, string]]::new([StringComparer]::OrdinalIgnoreCase)
  $own = [Environment]::GetEnvironmentVariables()
  foreach ($key in $own.Keys) { $variables[$key] = $own[$key] }
  foreach ($key in $Environment.Keys) { if ($null -eq $Environment[$key]) { [void]$variables.Remove($key) } else { $variables[$key] = $Environment[$key] } }
  $block = (@(foreach ($key in $variables.Keys) { $key + '=' + $variables[$key] + "`0" }) -join '') + "`0"
  $startup = [byte[]]::new($(if ([IntPtr]::Size -eq 8) { 104 } else { 68 }))
  $startup[0] = $startup.Length
  $information = [byte[]]::new(2 * [IntPtr]::Size + 8)
  $process = $zero
  $thread = $zero
  $environmentText = $marshal::StringToHGlobalUni($block)
  $commandText = $marshal::StringToHGlobalUni(('"' + $Path + '" ' + $Arguments).TrimEnd())
  $job = $api::CreateJobObjectW($zero, $zero)
  try {
    if ($job -eq $zero) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
    # CREATE_SUSPENDED, CREATE_UNICODE_ENVIRONMENT, CREATE_NO_WINDOW; no handle of ours is inherited
    if ($api::CreateProcessW($Path, $commandText, $zero, $zero, 0, 0x8000404, $environmentText, [Environment]::SystemDirectory, $startup, $information) -eq 0) {
      # what Windows says does not name the program, or as %1
      $code = $marshal::GetLastWin32Error()
      throw [ComponentModel.Win32Exception]::new($code, "$Path could not be started: $([ComponentModel.Win32Exception]::new($code).Message.Replace('%1', 'it')) ($code)")
    }
    $read = if ([IntPtr]::Size -eq 8) { { param($offset) [IntPtr][BitConverter]::ToInt64($information, $offset) } } else { { param($offset) [IntPtr][BitConverter]::ToInt32($information, $offset) } }
    $process = & $read 0
    $thread = & $read ([IntPtr]::Size)
    if ($api::AssignProcessToJobObject($job, $process) -eq 0) {
      $code = $marshal::GetLastWin32Error()
      [void]$api::TerminateProcess($process, 1460)
      throw [ComponentModel.Win32Exception]::new($code)
    }
    [void]$api::ResumeThread($thread)
    # one WaitForSingleObject takes at most 2^32 - 1 ms, and slices of a second let Ctrl+C through
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (($waited = $api::WaitForSingleObject($process, 1000)) -eq 258 -and $clock.Elapsed -lt $Timeout) { $null = $waited }
    $timedOut = $waited -ne 0
    if ($timedOut) {
      [void]$api::TerminateJobObject($job, 1460)
      [void]$api::WaitForSingleObject($process, 30000)
    }
    else {
      # JOBOBJECT_BASIC_ACCOUNTING_INFORMATION: ActiveProcesses is the DWORD at 40
      $accounting = [byte[]]::new(48)
      $clock.Restart()
      while ($clock.Elapsed -lt $Linger -and $api::QueryInformationJobObject($job, 1, $accounting, 48, $zero) -ne 0 -and [BitConverter]::ToInt32($accounting, 40) -gt 0) {
        [Threading.Thread]::Sleep(200)
      }
    }
    $exitCode = 0
    if ($api::GetExitCodeProcess($process, [ref]$exitCode) -eq 0) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
    [pscustomobject]@{ ExitCode = $exitCode; TimedOut = $timedOut }
  }
  finally {
    foreach ($open in $thread, $process, $job) { if ($open -ne $zero) { [void]$api::CloseHandle($open) } }
    $marshal::FreeHGlobal($commandText)
    $marshal::FreeHGlobal($environmentText)
  }
}

# Asks the service control manager to start a service and does not wait; gives its error number: 0 accepted, 1056 runs already, 1060 no such service.
function Invoke-ServiceStart {
  param([Parameter(Mandatory)] [string] $Name)
  $code = Open-Service -Name $Name -Access 0x10 -Body {
    param($api, $handle)
    if ($api::StartServiceW($handle, 0, [IntPtr]::Zero) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
  }
  if ($null -eq $code) { 1060 } else { $code }
}

# Asks a service to stop and does not wait; gives the error number: 0 accepted, 1051 others depend on it, 1061 not now, 1062 not started, 1060 no such service.
function Invoke-ServiceStop {
  param([Parameter(Mandatory)] [string] $Name)
  $code = Open-Service -Name $Name -Access 0x20 -Body {
    param($api, $handle)
    $status = [byte[]]::new(28)
    if ($api::ControlService($handle, 1, $status) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
  }
  if ($null -eq $code) { 1060 } else { $code }
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

# Writes a line to the error stream of this process, without the position in the script that an error record brings along.
function Write-ErrorText {
  param([Parameter(Mandatory)] [string] $Text)
  [Console]::Error.WriteLine($Text)
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
    Causes       = [Collections.Generic.List[string]]::new()
    Seen         = [Collections.Generic.List[string]]::new()
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
  Resume-Left
  Write-DueRemark
  Write-ArmedRemark
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
    if ($script:Remedy.Context -eq 'user') { Add-Folder -Path $Path }
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
  if ($script:Remedy.Context -eq 'user') {
    # SYSTEM, Local Service, Network Service: their HKCU is nobody's
    if (@('S-1-5-18', 'S-1-5-19', 'S-1-5-20') -contains (Get-UserSid)) { Complete-Early -Outcome 'blocked' -Why 'this remedy is for the signed-in user and runs as a system account; deploy it with the user''s credentials' }
  }
  if ($script:Remedy.Context -eq 'system' -and -not (Test-Elevation)) { Complete-Early -Outcome 'failed' -Why 'administrator''s rights are needed; nothing was changed' }
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
        if ($record.Causes.Count -gt 0) { $text += '; cause: ' + $record.Causes[0] }
        elseif ($record.Seen.Count -gt 0) { $text += '; ' + $record.Seen[0] }
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

# Before the first step: the right host, the rights, and - unless nothing may change - the folders, the lock and the log.
function Initialize-Remedy {
  Initialize-State -Preview ([bool]$WhatIfPreference)
  $script:Remedy['Frames'] = [Collections.Generic.List[hashtable]]::new()
  $script:Remedy['Acting'] = $false
  $script:Remedy['Log'] = ''
  $script:Remedy['Lock'] = $null
  $script:Remedy['Lasting'] = $false
  Confirm-Bitness
  Confirm-Right
  $script:Remedy['Lasting'] = -not $script:Remedy.Preview
  if (-not $script:Remedy.Preview) { Open-Run }
  $stale = @(Import-Mark -Force:($script:Remedy.Force))
  $script:Remedy['Left'] = @(Get-StoppedName)
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

# Asks for a restart: who runs this script decides when, the mark tells the next run that it was asked for.
function Request-Restart {
  param([Parameter(Mandatory)] [hashtable] $Item)
  $text = ConvertTo-Line ($Item.Id + ': ask for a restart of Windows (' + $Item.Label + ')')
  if ($script:Remedy.Cmdlet.ShouldProcess($text, $text, $script:Remedy.Title)) {
    Save-Mark -Name ('Asked ' + $Item.Id) -Value (Get-ClockText)
    Save-Mark -Name ('Asked ' + $Item.Id) -Value (Get-ClockText) -Session
    $script:Remedy.RestartNeeded = $true
    Write-Request -Item $Item -Outcome 'restart'
  }
  else { Write-Request -Item $Item -Outcome 'deviates' }
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
      if ($null -ne $script:Remedy.Armed) {
        Request-Restart -Item $script:Remedy.Armed
        Write-Record -Item $RemedyItem -Outcome 'waiting' -Why $RemedyVerdict.Why -Behind $script:Remedy.Halt
        return
      }
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

# After the last step: starts again the services that an earlier run stopped for a while, whatever came out before.
function Resume-Left {
  if (@($script:Remedy.Left).Count -eq 0) { return }
  $script:Remedy.Halt = ''
  Step 'resume' 'Start again what was stopped' {
    foreach ($RemedyLeft in $script:Remedy.Left) {
      # a step, or a 'with' that took it over, has started it
      if (-not $script:Remedy.Session.ContainsKey("Stopped $RemedyLeft")) { continue }
      Ensure "resume.$RemedyLeft" "service $RemedyLeft runs again" -On "service $RemedyLeft" { Test-Resumed -Name $RemedyLeft } { Wait-ServiceStart -Name $RemedyLeft }
      if (-not $script:Remedy.Preview -and -not (Test-Resumed -Name $RemedyLeft)) { Clear-SavedMark -Name "Stopped $RemedyLeft" -Session }
    }
  }
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

# Writes down which services are about to be stopped for a while, and for which service: a run that is ended meanwhile leaves them stopped, and the next
# one starts them.
function Save-Stopped {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Name, [Parameter(Mandatory)] [string] $Cause)
  foreach ($one in $Name) { Save-Mark -Name "Stopped $one" -Value $Cause -Session }
}

# The unit of reporting: walks its items in order; when one fails, looks for the cause. One with an item that failed, is blocked, waits for a restart
# or was declined halts the steps after it.
function Step {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyName,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
    [Parameter(Position = 3)] [scriptblock] $RemedyDiagnosis,
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
  if ($null -ne $RemedyDiagnosis -and -not $script:Remedy.Preview) { Use-Diagnosis -RemedyDiagnosis $RemedyDiagnosis }
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

# True for those whose files and folders we trust, and who may write where we read: SYSTEM, Administrators, TrustedInstaller, the account that runs this
# script; and domain administrators, enterprise administrators and the built-in administrator, whom their last number tells.
function Test-TrustedSid {
  param([Parameter(Mandatory)] [string] $Sid)
  $Sid -in 'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464' -or $Sid -match '^S-1-5-21-.+-(500|512|519)$' -or $Sid -eq (Get-UserSid)
}

# Runs what a step says about its failure, for the first item that failed; a diagnosis that raises is noted and no more.
function Use-Diagnosis {
  param([Parameter(Mandatory)] [scriptblock] $RemedyDiagnosis)
  $RemedyFailed = @(Get-StepRecord -Outcome 'failed')
  if ($RemedyFailed.Count -eq 0) { return }
  $script:Remedy['Finding'] = $RemedyFailed[0]
  try { $null = & $RemedyDiagnosis }
  catch { Write-Note -Text ('no diagnosis: ' + (Get-FailureText -Failure $_)) -Severity 2 }
  finally { $script:Remedy['Finding'] = $null }
}

# Lets the 'with' blocks around the present fix stop what they name, outermost first.
# Each block brings the way it is done, so that a script without 'with' holds no function for services.
function Use-Frame {
  foreach ($frame in $script:Remedy.Frames) { & $frame.Suspend $frame }
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
    Use-Frame
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

# 'warn': a read that is reported and never a verdict.
function Warn {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyMessage,
    [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition
  )
  if ((Get-Barrier) -ne '' -or (Find-First -Table $script:Remedy.Pending -Identity $RemedyReads) -ne '') { return }
  try {
    if (Measure-Condition -RemedyCondition $RemedyCondition) { Write-Remark -Text "warning: $RemedyMessage" -Id $RemedyId }
  }
  catch { Write-Note -Text ("$RemedyId`: '$RemedyText' cannot be read: " + (Get-FailureText -Failure $_)) }
}

# Gives the channel its answer - the summary, one word, or nothing - and ends the script with the exit code; nothing may follow.
function Write-Answer {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
  $code, $answer = $script:Remedy.Dialect[$Outcome]
  # Intune keeps nothing else of a remediation
  if ($answer -eq 'summary+error') { Write-ErrorText -Text $Line }
  if ($answer -like 'summary*') { Write-Output -InputObject $Line }
  elseif ($answer -like 'token:*') { Write-Output -InputObject $answer.Substring(6) }
  exit $code
}

# A restart that is due and that nothing waits for is a remark.
function Write-ArmedRemark {
  if ($null -ne $script:Remedy.Armed) { Write-Remark -Id $script:Remedy.Armed.Id -Text ('a restart is due: ' + $script:Remedy.Armed.Label) }
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

# Notes that Windows must restart first: nothing behind this item is changed.
function Write-Request {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Outcome)
  $script:Remedy.Armed = $null
  Write-Record -Item $Item -Outcome $Outcome -Why ('restart first: ' + $Item.Label)
  $script:Remedy.Halt = $Item.Id
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

# Ends the process of a service that hangs, and waits until the service is stopped. Throws where the process is not the service's own.
# Never a process that hosts other services, nor svchost, Windows Installer or a part of Windows itself. State and process id are read again just before.
function Clear-HungService {
  param([Parameter(Mandatory)] [string] $Name)
  $hung = Get-ServiceStatus -Name $Name
  if ($null -eq $hung -or $hung.State -eq 'stopped') { return }
  $what = "service $Name hangs while it is $(ConvertTo-ServiceState -State $hung.State)"
  if ($Name -eq 'msiserver' -or -not $hung.OwnProcess) { throw "$what, and its process is not ended, since it belongs to others too" }
  if ($hung.ProcessId -eq 0) { throw "$what, and it has no process that could be ended" }
  $process = @(Find-Process -Id $hung.ProcessId)
  if ($process.Count -eq 1) {
    if ($process[0].Name -in 'svchost', 'msiexec', 'services', 'lsass', 'wininit', 'winlogon', 'csrss', 'smss', 'System') { throw "$what, and its process $($process[0].Name) is a part of Windows, which is not ended" }
    if ($null -eq $process[0].StartTime) { throw "$what, and its process cannot be read" }
    $again = Get-ServiceStatus -Name $Name
    if ($null -ne $again -and $again.ProcessId -eq $hung.ProcessId -and $again.State -eq $hung.State) {
      $null = Invoke-ProcessEnd -Id $hung.ProcessId -StartTime $process[0].StartTime
    }
  }
  $ended = Wait-Condition -Timeout ([timespan]'00:00:30') -Condition { $now = Get-ServiceStatus -Name $Name; $null -eq $now -or $now.State -eq 'stopped' }
  if (-not $ended) { throw "$what, also after its process was ended" }
}

# Gives one of running, stopped, starting, stopping, paused: while it is being suspended or resumed it is paused.
function ConvertTo-ServiceState {
  param([Parameter(Mandatory)] [string] $State)
  if ($State -in 'pausing', 'continuing') { 'paused' } else { $State }
}

# Says what an event of the table of known causes means, with its own texts; nothing for any other.
function Format-EventText {
  param([Parameter(Mandatory)] [pscustomobject] $Record)
  $rules = Get-EventRule
  if (-not $rules.ContainsKey($Record.Source) -or -not $rules[$Record.Source].ContainsKey($Record.Id)) { return }
  $text = $rules[$Record.Source][$Record.Id]
  # a classic event whose only text is its whole message
  $values = @($Record.Values)
  if ($values.Count -eq 1 -and ([string]$values[0]).Contains(' ')) {
    return "event $($Record.Id): " + ($text -f '(see text)', '(see text)') + '; "' + (ConvertTo-Line $values[0] -Limit 200).Replace('"', "'") + '"'
  }
  "event $($Record.Id): " + ($text -f (@(foreach ($value in $values) { Format-Name $value }) + '?', '?'))
}

# Writes a name from outside in a message: as it is when it is one word, else in quotation marks, so that nobody takes it for our own text. At most 80 characters.
function Format-Name {
  param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Text)
  $line = ConvertTo-Line $Text -Limit 80
  if ($line -match '^[\w.$@\\-]+\z') { $line } else { "'" + $line.Replace("'", '"') + "'" }
}

# Gives the name of a registry value for messages: key, value, and the view where one is given.
function Format-RegistryName {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 0)
  $text = if ($Name -eq '') { "$Key\(default)" } else { "$Key\$Name" }
  if ($View -ne 0) { $text += " ($View-bit view)" }
  ConvertTo-Line $text
}

# What the events mean that are known as causes: source -> number -> text; {0} and {1} are the event's own texts.
# System log, Service Control Manager: 7041 and 7038 are refused logons. Windows Installer errors are events 10000 higher in the Application log, 11920 for 1920.
function Get-EventRule {
  @{
    'Service Control Manager' = @{
      7000 = 'service {0} did not start'
      7001 = 'service {0} did not start, since service {1}, which it needs, did not'
      7009 = 'service {1} did not answer its start request in time'
      7011 = 'service {1} did not answer in time'
      7023 = 'service {0} ended with an error'
      7024 = 'service {0} ended with an error of its own'
      7031 = 'service {0} ended unexpectedly'
      7034 = 'service {0} ended unexpectedly'
      7038 = 'service {0} could not log on as {1}: its password or managed account was refused'
      7041 = 'service {0} may not log on as a service (account {1})'
    }
    'MsiInstaller'            = @{ 11708 = 'an installation failed' }
  }
}

# Says what an error number of the service control manager means; the texts are ours, since those of Windows are in its language.
# Numbers from winerror.h.
function Get-ServiceErrorText {
  param([Parameter(Mandatory)] [int] $Code)
  $texts = @{
    2    = 'its program file is missing'
    3    = 'the folder of its program file is missing'
    5    = 'access is denied'
    193  = 'its program file is not a program for this Windows'
    1051 = 'running services depend on it'
    1053 = 'it did not answer the start request in time'
    1055 = 'the database of services is locked'
    1057 = 'its account or password is not valid'
    1058 = 'it is disabled'
    1060 = 'it is not installed'
    1061 = 'it takes no orders at the moment'
    1067 = 'its process ended unexpectedly'
    1068 = 'a service that it depends on did not start'
    1069 = 'it could not log on with its account'
    1072 = 'it is marked for deletion'
    1075 = 'a service that it depends on does not exist'
    1079 = 'its account differs from that of other services in its process'
    1920 = 'its program file cannot be opened'
  }
  if ($texts.ContainsKey($Code)) { return "$($texts[$Code]) (error $Code)" }
  if ($Code -lt 0) { 'error 0x{0:X8}' -f $Code } else { "error $Code" }
}

# Says what the System log tells about a service that did not start since a time, by event number: '; event 7041: ...', or nothing.
# Events of the Service Control Manager name a service by its name or its display name. Freed: its process was ended by this script, which the log calls
# an unexpected end (7031, 7034); that is no reason of what follows, and the exit code tells of another one.
function Get-ServiceFailure {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [datetime] $Since, [switch] $Freed)
  try {
    $names = @(Get-ServiceName -Name $Name)
    $found = @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since $Since -Id 7000, 7001, 7009, 7011, 7023, 7024, 7031, 7034, 7038, 7041)
    # the cause first: what the logon refused, then the rest
    foreach ($id in 7041, 7038, 7001, 7023, 7024, 7031, 7034, 7009, 7011, 7000) {
      if ($Freed -and $id -in 7031, 7034) { continue }
      foreach ($record in $found) {
        if ($record.Id -eq $id -and (Test-EventName -Record $record -Name $names)) { return "; $(Format-EventText -Record $record)" }
      }
    }
  }
  catch { Write-Note -Text "the System log could not be read: $(Get-FailureText -Failure $_)" }
}

# Gives the names under which events know a service: its own, and its display name while it is installed.
function Get-ServiceName {
  param([Parameter(Mandatory)] [string] $Name)
  $Name
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -ne $configuration -and $configuration.DisplayName) { $configuration.DisplayName }
}

# Gives a service's status once it is neither starting nor stopping any more, at the latest after Timeout; $null when it does not exist.
# So a service that is just starting is not taken for one that hangs. A status that cannot be read is an exception, never "stopped".
function Get-SettledService {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  $null = Wait-Condition -Timeout $Timeout -Condition { $status = Get-ServiceStatus -Name $Name; $null -eq $status -or $status.State -notin 'starting', 'stopping', 'continuing', 'pausing' }
  Get-ServiceStatus -Name $Name
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

# Reads the data of a registry value below HKEY_LOCAL_MACHINE in which Windows describes itself; $null when it is absent.
function Read-SystemValue {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name, [switch] $Required)
  $entry = Read-RegistryEntry -Key "HKLM\$Path" -Name $Name
  if ($null -ne $entry) { $entry.Data }
  elseif ($Required) { throw "registry value HKLM\$Path\$Name is missing" }
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

# Tells whether an event names one of these: as one of its texts, or as a whole word of one (a message without texts of its own).
function Test-EventName {
  param([Parameter(Mandatory)] [pscustomobject] $Record, [Parameter(Mandatory)] [string[]] $Name)
  foreach ($text in $Record.Values) {
    foreach ($candidate in $Name) {
      if ($text -eq $candidate -or $text -match "(?<![\w.])$([regex]::Escape($candidate))(?![\w.])") { return $true }
    }
  }
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

# Starts a service and waits until it runs; one that hangs while it starts or stops is freed first, one that is paused is stopped first, and what was
# stopped with it is started again. Throws with the reason by number.
function Wait-ServiceStart {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  # times of events are coarser than the clock
  $since = (Get-Clock).AddSeconds(-1)
  $status = Get-SettledService -Name $Name -Timeout $Timeout
  if ($null -eq $status) { throw "service $Name is not installed" }
  if ($status.State -eq 'running') { return }
  $freed = $status.State -ne 'stopped'
  if ($freed) { Save-Stopped -Name @(Find-ServiceDependent -Name $Name) -Cause $Name }
  $dependents = @(if ($freed) { Wait-ServiceStop -Name $Name -Timeout $Timeout })
  $code = Invoke-ServiceStart -Name $Name
  if ($code -notin 0, 1056) { throw "service $Name did not start: $(Get-ServiceErrorText -Code $code)$(Get-ServiceFailure -Name $Name -Since $since -Freed:$freed)" }
  $null = Wait-Condition -Timeout $Timeout -Condition { $now = Get-ServiceStatus -Name $Name; $null -eq $now -or $now.State -in 'running', 'stopped' }
  $status = Get-ServiceStatus -Name $Name
  if ($null -eq $status) { throw "service $Name disappeared while it was starting" }
  if ($status.State -eq 'running') {
    Clear-SavedMark -Name "Stopped $Name" -Session
    foreach ($dependent in $dependents) { Wait-ServiceStart -Name $dependent -Timeout $Timeout }
    return
  }
  if ($status.State -ne 'stopped') { throw "service $Name is still $(ConvertTo-ServiceState -State $status.State) after $(ConvertTo-Text $Timeout)$(Get-ServiceFailure -Name $Name -Since $since -Freed:$freed)" }
  # ERROR_SERVICE_SPECIFIC_ERROR: the service has a number of its own
  $reason = if ($status.ExitCode -eq 1066) { "it ended with its own error $($status.ServiceExitCode)" } elseif ($status.ExitCode -eq 0) { 'it stopped by itself' } else { Get-ServiceErrorText -Code $status.ExitCode }
  throw "service $Name did not stay running: $reason$(Get-ServiceFailure -Name $Name -Since $since -Freed:$freed)"
}

# Stops a service, and before it those that depend on it, and waits; gives the names of the dependents that it stopped, in the order in which to start them again.
# A service that hangs is freed by ending its process, where it is alone in it. One that is stopped or not installed is no error.
function Wait-ServiceStop {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  $status = Get-SettledService -Name $Name -Timeout $Timeout
  if ($null -eq $status -or $status.State -eq 'stopped') { return }
  $stopped = @()
  if ($status.State -notin 'starting', 'stopping') {
    foreach ($dependent in @(Find-ServiceDependent -Name $Name)) {
      $null = Wait-ServiceStop -Name $dependent -Timeout $Timeout
      $stopped = @($dependent) + $stopped
    }
    $code = Invoke-ServiceStop -Name $Name
    # 1062 not started, 1060 gone meanwhile, 1061 takes no orders: it is waited for
    if ($code -notin 0, 1060, 1061, 1062) { throw "service $Name did not stop: $(Get-ServiceErrorText -Code $code)" }
    $ended = Wait-Condition -Timeout $Timeout -Condition { $now = Get-ServiceStatus -Name $Name; $null -eq $now -or $now.State -eq 'stopped' }
    if ($ended) { return $stopped }
  }
  Clear-HungService -Name $Name
  $stopped
}

# Says why a power plan cannot be put into effect, or nothing: Group Policy sets another one, or it is not on the machine.
function Find-PowerPlanBlocker {
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)
    $wanted = (Get-PowerPlanGuid)[$Active]
    $policy = Read-PowerPlan -Property 'policy'
    if ($null -ne $policy -and -not (Test-Text $policy $wanted -IgnoreCase)) { return "Group Policy sets $(ConvertTo-Line $policy)" }
    if (-not (Test-RegistryPath -Hive 'HKLM' -Path "SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes\$wanted")) {
        "the plan $Active is not on this machine"
    }
}

# Gives the GUIDs of the power plans that Windows ships, by the words of the kind power_plan.
function Get-PowerPlanGuid {
    @{
        balanced         = '381b4222-f694-41f0-9685-ff5bb260df2e'
        high_performance = '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
        power_saver      = 'a1841308-3541-4fab-bc81-f71556f20b4a'
    }
}

# Reads the power plan that is in effect (active: a word of the kind, other for any plan that Windows does not ship) or the one that Group Policy sets (policy).
# From the registry, which is the same in every language, where the output of powercfg /getactivescheme is not.
function Read-PowerPlan {
    param([Parameter(Mandatory)] [ValidateSet('active', 'policy')] [string] $Property)
    if ($Property -eq 'policy') { return Read-SystemValue -Path 'SOFTWARE\Policies\Microsoft\Power\PowerSettings' -Name 'ActivePowerScheme' }
    $active = Read-SystemValue -Path 'SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes' -Name 'ActivePowerScheme' -Required
    $plans = Get-PowerPlanGuid
    foreach ($word in $plans.Keys) {
        if (Test-Text $plans[$word] $active -IgnoreCase) { return $word }
    }
    'other'
}

# Puts a power plan into effect.
function Repair-PowerPlan {
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)
    $wanted = (Get-PowerPlanGuid)[$Active]
    $run = Invoke-Program -Path "$(Get-SpecialFolder -Name 'System')\powercfg.exe" -Arguments "/setactive $wanted" -Timeout ([timespan]'00:01:00')
    if ($run.TimedOut) { throw 'powercfg /setactive did not end within a minute' }
    if ($run.ExitCode -ne 0) { throw "powercfg /setactive returned $($run.ExitCode)" }
}

# Tests the power plan: gives nothing where the one that is wished is in effect, else the reason.
function Test-PowerPlan {
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)
    $now = Read-PowerPlan -Property 'active'
    if ($now -ne $Active) { "the power plan is $now" }
}

  Initialize-Remedy
  Step 'plan' 'Power plan' {
    # examples/custom-kind/power-plan.remedy:10: warn "A plan that Windows does not ship is in effect and will be replaced." when power_plan.active == other
    Warn 'plan.1' 'A plan that Windows does not ship is in effect and will be replaced.' -Text 'power_plan.active == other' -Reads @('power_plan') {
      (Read-PowerPlan -Property 'active') -eq 'other'
    }
    # examples/custom-kind/power-plan.remedy:11: ensure power_plan { active: high_performance }
    Ensure 'plan.2' 'power plan: active high_performance' -On 'power_plan' {
      Test-PowerPlan -Active 'high_performance'
    } {
      Repair-PowerPlan -Active 'high_performance'
    } -Blocker {
      Find-PowerPlanBlocker -Active 'high_performance'
    }
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
