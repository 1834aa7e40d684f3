<#
.SYNOPSIS
    The print spooler runs and holds no stuck jobs: repairs what deviates
.DESCRIPTION
    The print spooler runs, and no job has been waiting for longer than a limit.
.NOTES
    Remedy    print_spooler 1.0.0
    Target    configmgr.baseline, remediate
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/print-spooler.remedy, SHA-256 e36a4f11aecdd25fd31a88dec011a47484422526f0cce436fa26199e9b603233
    Parameter limit = 1h
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
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
    Role = 'remediate'
    Target = 'configmgr.baseline'
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
  $Remedy['Cmdlet'] = $PSCmdlet
  $Remedy['Force'] = $false

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

# Deletes an empty folder, or a junction itself and not what it points to; throws when the folder is absent, in use or not empty.
function Clear-EmptyFolder {
  param([Parameter(Mandatory)] [string] $Path)
  $folder = [IO.DirectoryInfo]::new($Path)
  if (($folder.Attributes -band [IO.FileAttributes]::ReadOnly) -ne 0) { $folder.Attributes = $folder.Attributes -band -bnot [IO.FileAttributes]::ReadOnly }
  $folder.Delete($false)
}

# Deletes a file, also one that is marked read-only; of a link the link itself. One that is absent is no error; throws when it is in use or access is denied.
function Clear-File {
  param([Parameter(Mandatory)] [string] $Path)
  $file = [IO.FileInfo]::new($Path)
  if ($file.Exists) {
    if ($file.IsReadOnly) { $file.IsReadOnly = $false }
    $file.Delete()
  }
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

# The function that opens a file or folder with chosen rights and sharing.
function Get-FolderApi {
  Get-NativeType -Library 'kernel32.dll' -Name 'FolderApi' -Signature @{ CreateFileW = [IntPtr], [string], [int], [int], [IntPtr], [int], [int], [IntPtr] }
}

# Gives the size of a file in bytes, 0 when it does not exist.
function Get-LogLength {
  param([Parameter(Mandatory)] [string] $Path)
  $file = [IO.FileInfo]::new($Path)
  if ($file.Exists) { $file.Length } else { [long]0 }
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

# Gives GpoId and Accounts (names and SIDs as the policy has them) of the Group Policy that wins for a user right; nothing when none sets it.
# Class RSOP_UserPrivilegeRight; precedence 1 is the winner, and its list replaces all others. Throws when the resulting set of policy cannot be read.
function Get-RsopUserRight {
  param([Parameter(Mandatory)] [ValidatePattern('^Se[A-Za-z]+$')] [string] $Right)
  Get-CimInstance -Namespace 'root\rsop\computer' -ClassName RSOP_UserPrivilegeRight -Filter "UserRight = '$Right' AND Precedence = 1" -OperationTimeoutSec 20 |
    ForEach-Object { [pscustomobject]@{ GpoId = [string]$_.GPOID; Accounts = [string[]]@($_.AccountList) } }
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

# Opens a folder so that nobody can rename, delete or replace it while the handle is open; the caller disposes the handle. Throws for a junction or link.
# CreateFile with FILE_FLAG_BACKUP_SEMANTICS and FILE_FLAG_OPEN_REPARSE_POINT, sharing read and write but not delete. Whoever walks down a folder that
# others may write to holds each folder in this way, and looks at its attributes only then: else a junction put in between leads the walk elsewhere.
function Open-Folder {
  param([Parameter(Mandatory)] [string] $Path)

  $api = Get-FolderApi
  # FILE_LIST_DIRECTORY, FILE_SHARE_READ | FILE_SHARE_WRITE, OPEN_EXISTING
  $raw = $api::CreateFileW($Path, 1, 3, [IntPtr]::Zero, 3, 0x02200000, [IntPtr]::Zero)
  $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
  $handle = [Microsoft.Win32.SafeHandles.SafeFileHandle]::new($raw, $true)
  if ($handle.IsInvalid) { throw [ComponentModel.Win32Exception]::new($code) }
  if (([IO.File]::GetAttributes($Path) -band [IO.FileAttributes]::ReparsePoint) -ne 0) {
    $handle.Dispose()
    throw "$Path is a junction or link"
  }
  $handle
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

# Changes the start type (2 automatic, 3 manual, 4 disabled) or the account of a service, with its password where it has one; gives the error number, 1060 for no such service.
# ChangeServiceConfigW: -1 and null leave a setting as it is; an account without a password (virtual, managed, built in) is given an empty one.
# The password's memory is overwritten before it is freed.
function Write-ServiceConfiguration {
  param([Parameter(Mandatory)] [string] $Name, [int] $StartType = -1, [string] $Account = '', [securestring] $Password)
  $code = Open-Service -Name $Name -Access 0x2 -Body {
    param($api, $handle)
    $marshal = [Runtime.InteropServices.Marshal]
    $none = [IntPtr]::Zero
    $accountText = $none
    $passwordText = $none
    try {
      if ($Account.Length -gt 0) { $accountText = $marshal::StringToHGlobalUni($Account) }
      if ($null -ne $Password) { $passwordText = $marshal::SecureStringToGlobalAllocUnicode($Password) }
      elseif ($Account.Length -gt 0) { $passwordText = $marshal::StringToHGlobalUni('') }
      if ($api::ChangeServiceConfigW($handle, -1, $StartType, -1, $none, $none, $none, $none, $accountText, $passwordText, $none) -ne 0) { 0 } else { $marshal::GetLastWin32Error() }
    }
    finally {
      if ($passwordText -ne $none) { $marshal::ZeroFreeGlobalAllocUnicode($passwordText) }
      $marshal::FreeHGlobal($accountText)
    }
  }
  if ($null -eq $code) { 1060 } else { $code }
}

# Switches the delayed start of an automatic service on or off (SERVICE_CONFIG_DELAYED_AUTO_START_INFO); gives the error number, 1060 for no such service.
function Write-ServiceDelay {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [bool] $Delayed)
  $code = Open-Service -Name $Name -Access 0x2 -Body {
    param($api, $handle)
    if ($api::ChangeServiceConfig2W($handle, 3, [BitConverter]::GetBytes([int]$Delayed)) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
  }
  if ($null -eq $code) { 1060 } else { $code }
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

# 'check': tests a condition and runs its actions when it is false; what did not help is not tried again for a day.
function Check {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
    [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
    [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
    [Alias('On')] [string[]] $RemedyOn = @(),
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Alias('Every')] [timespan] $RemedyEvery = [timespan]::Zero,
    [Alias('Require')] [scriptblock] $RemedyRequire,
    [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition,
    [Parameter(Mandatory, Position = 3)] [scriptblock] $RemedyActions
  )
  $RemedyItem = @{ Id = $RemedyId; Label = $RemedyTitle; On = $RemedyOn; Reads = $RemedyReads; Provides = @() }
  $RemedyTest = { Measure-Check -RemedyItem $RemedyItem -RemedyText $RemedyText -RemedyCondition $RemedyCondition }
  $RemedyVerdict = Resolve-Check -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyEvery $RemedyEvery -RemedyRequire $RemedyRequire
  if ($null -eq $RemedyVerdict -or -not (Confirm-Change -Item $RemedyItem -Why $RemedyVerdict.Why)) { return }
  Use-Repair -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyRepair { Use-Action -RemedyItem $RemedyItem -RemedyActions $RemedyActions }
  Complete-Check -Item $RemedyItem -Every $RemedyEvery
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

# After a check's actions: when they helped, the mark says so, or goes where nothing limits how often they run.
function Complete-Check {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [timespan] $Every)
  $mark = 'Check ' + $Item.Id
  $outcome = $script:Remedy.Records[$script:Remedy.Records.Count - 1].Outcome
  if ($outcome -eq 'fixed' -and $Every -gt [timespan]::Zero) { Save-Mark -Name $mark -Value ($script:Remedy.Marks[$mark].Split(' ')[0] + ' helped') }
  elseif ($outcome -eq 'fixed') { Clear-SavedMark -Name $mark }
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

# Gives the SID of an account by name, as this device resolves it; a SID is given back. Throws when there is no such account.
function Resolve-Account {
  param([Parameter(Mandatory, Position = 0)] [string] $Account)
  if ($Account -match '^S-1-[0-9]+(-[0-9]+)+$') { return $Account.ToUpperInvariant() }
  $sid = Get-AccountSid -Name ($Account -replace '^\.\\', '')
  if ([string]::IsNullOrEmpty($sid)) { throw "this machine knows no account '$Account'" }
  $sid
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

# Takes over what an earlier run had stopped for this 'with' and was killed before it could start again: it is started at the end of this one.
function Restore-Frame {
  param([Parameter(Mandatory)] [hashtable] $Frame)
  foreach ($service in $Frame.Service) {
    $left = @(foreach ($name in Get-StoppedName) { if ($script:Remedy.Session["Stopped $name"] -eq $service) { $name } })
    # dependents first, as they were stopped
    [array]::Reverse($left)
    foreach ($name in $left) { $Frame.Ran.Add($name) }
    $script:Remedy['Left'] = @($script:Remedy.Left | Where-Object { $left -notcontains $_ })
  }
}

# Starts again the services that a 'with' stopped, last first; one that does not start is a failed item.
function Resume-Frame {
  param([Parameter(Mandatory)] [hashtable] $Frame)
  for ($index = $Frame.Ran.Count - 1; $index -ge 0; $index--) {
    $name = $Frame.Ran[$index]
    try {
      Wait-ServiceStart -Name $name
      Write-Note -Text "service $name started again"
    }
    catch {
      $item = @{ Id = $script:Remedy.Step; Kind = 'guard'; Label = "service $name"; On = @(); Reads = @(); Provides = @() }
      Write-Record -Item $item -Outcome 'failed' -Why ('not started again after the fix: ' + (Get-FailureText -Failure $_))
    }
  }
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

# Stops what a 'with' block names, unless that has been done; throws when something does not stop, and again for each further fix inside.
function Suspend-Frame {
  param([Parameter(Mandatory)] [hashtable] $Frame)
  if ($Frame.Trouble -ne '') { throw $Frame.Trouble }
  if ($Frame.Entered) { return }
  $Frame.Entered = $true
  try {
    foreach ($name in $Frame.Service) { Suspend-Work -Name $name -Frame $Frame }
    foreach ($name in $Frame.Process) { Suspend-Process -Name $name }
  }
  catch {
    $Frame.Trouble = Get-FailureText -Failure $_
    throw
  }
}

# Ends the processes of a name.
function Suspend-Process {
  param([Parameter(Mandatory)] [string] $Name)
  foreach ($process in @(Find-Process -Name $Name)) {
    if ($null -eq $process.StartTime) { throw "process $Name ($($process.Id)) cannot be ended: Windows does not tell when it began" }
    if (Invoke-ProcessEnd -Id $process.Id -StartTime $process.StartTime) { Write-Note -Text "process $Name ($($process.Id)) ended" }
  }
}

# Stops a service and those that depend on it, and remembers before which of them ran; throws when one does not stop. A missing one is passed over.
function Suspend-Work {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [hashtable] $Frame)
  $status = Get-ServiceStatus -Name $Name
  if ($null -eq $status -or $status.State -eq 'stopped') { return }
  $running = @(Find-ServiceDependent -Name $Name) + @($Name)
  Save-Stopped -Name $running -Cause $Name
  foreach ($one in $running) { if (-not $Frame.Ran.Contains($one)) { $Frame.Ran.Add($one) } }
  $null = Wait-ServiceStop -Name $Name
  Write-Note -Text "service $Name stopped"
}

# True when a repair failed only since another installation was running: its exception bears the number 1618, whatever its text says.
function Test-BusyFailure {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  $cause = $Failure.Exception.GetBaseException()
  $cause -is [ComponentModel.Win32Exception] -and ([ComponentModel.Win32Exception]$cause).NativeErrorCode -eq 1618
}

# True when a text matches a .NET regular expression, ignoring case; $null never does. Throws when that takes more than a second.
function Test-Match {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Text, [Parameter(Mandatory, Position = 1)] [string] $Pattern)
  if ($null -eq $Text) { return $false }
  [regex]::IsMatch([string]$Text, $Pattern, [Text.RegularExpressions.RegexOptions]'IgnoreCase, CultureInvariant', [timespan]::FromSeconds(1))
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

# Runs the actions of a check. The mark comes first: actions that end the run must not be repeated for ever.
function Use-Action {
  param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [scriptblock] $RemedyActions)
  Save-Mark -Name ('Check ' + $RemedyItem.Id) -Value ((Get-ClockText) + ' ran')
  $script:Remedy['Acting'] = $true
  try { & $RemedyActions } finally { $script:Remedy['Acting'] = $false }
}

# '??': gives a value, or what the block gives when it is $null.
function Use-Default {
  param(
    [Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object] $RemedyValue,
    [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyDefault
  )
  if ($null -eq $RemedyValue) { & $RemedyDefault } else { $RemedyValue }
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

# 'with ... stopped': stops services and processes before the first fix inside, and starts afterwards exactly the services that ran, whatever happened.
# Among the actions of a check the first action is the fix. Processes are ended, never started: nobody but their user can start them as they were.
function With {
  param(
    [Alias('Service')] [string[]] $RemedyService = @(),
    [Alias('Process')] [string[]] $RemedyProcess = @(),
    [Parameter(Mandatory, Position = 0)] [scriptblock] $RemedyBody
  )
  $RemedyFrame = @{ Service = $RemedyService; Process = $RemedyProcess; Suspend = { param($RemedyFrame) Suspend-Frame -Frame $RemedyFrame }; Entered = $false; Trouble = ''; Ran = [Collections.Generic.List[string]]::new() }
  $script:Remedy.Frames.Add($RemedyFrame)
  if (-not $script:Remedy.Preview) { Restore-Frame -Frame $RemedyFrame }
  try {
    if ($script:Remedy.Acting) { Use-Frame }
    & $RemedyBody
  }
  finally {
    $null = $script:Remedy.Frames.Remove($RemedyFrame)
    Resume-Frame -Frame $RemedyFrame
  }
}

# Gives the channel its answer - the summary, one word, or nothing - and ends the script with the exit code; nothing may follow.
function Write-Answer {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
  $code, $answer = $script:Remedy.Dialect[$Outcome]
  if ($answer -like 'summary*') { Write-Output -InputObject $Line }
  elseif ($answer -like 'token:*') { Write-Output -InputObject $answer.Substring(6) }
  exit $code
}

# Adds a cause to the item that failed; the first one reaches the summary line, all of them the log.
# Seen: what was found and may have nothing to do with the failure; it says itself where it was seen, and reaches the summary line where no cause does.
function Write-Finding {
  param([Parameter(Mandatory, Position = 0)] [string] $Text, [switch] $Seen)
  $line = ConvertTo-Line (Add-AccountName $Text)
  $record = if ($script:Remedy.ContainsKey('Finding')) { $script:Remedy.Finding } else { $null }
  $id = $script:Remedy.Step
  if ($null -ne $record) {
    if ($Seen) { $record.Seen.Add($line) } else { $record.Causes.Add($line) }
    $id = $record.Id
  }
  Write-Note -Text $(if ($Seen) { "${id}: $line" } else { "${id}: cause: $line" }) -Severity $(if ($Seen) { 2 } else { 3 })
  Write-LogData -Data ([ordered]@{ kind = 'finding'; id = $id; why = $line })
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

# Removes matching files of a folder and of those below it, goes on past what is in use, and gives Removed, Kept (could not be removed) and Why (of the first).
# Each folder is held open while it is looked at (Open-Folder), so that nobody replaces it by a junction meanwhile. Junctions and links to folders are
# not followed, and removed only with All; of a link to a file the link itself. Folders go when they become empty thereby, with All also those that were.
function Clear-FolderLevel {
  param(
    [Parameter(Mandatory)] [string] $Path,
    [AllowNull()] [AllowEmptyCollection()] [string[]] $Files,
    [Parameter(Mandatory)] [datetime] $Before,
    [switch] $All
  )
  $sum = [pscustomobject]@{ Removed = 0; Kept = 0; Why = '' }
  $handle = Open-Folder -Path $Path
  try {
    foreach ($entry in @(Find-FolderEntry -Path $Path)) {
      try {
        if ($entry.IsDirectory -and $entry.IsLink) {
          if ($All) {
            Clear-EmptyFolder -Path $entry.Path
            $sum.Removed++
          }
        }
        elseif ($entry.IsDirectory) {
          $below = Clear-FolderLevel -Path $entry.Path -Files $Files -Before $Before -All:$All
          $sum.Removed += $below.Removed
          $sum.Kept += $below.Kept
          if ($sum.Why -eq '') { $sum.Why = $below.Why }
          if (($All -or $below.Removed -gt 0) -and @(Find-FolderEntry -Path $entry.Path).Count -eq 0) { Clear-EmptyFolder -Path $entry.Path }
        }
        elseif ($entry.WriteTime -le $Before -and (Test-FilePattern -Name $entry.Name -Pattern $Files)) {
          Clear-File -Path $entry.Path
          $sum.Removed++
        }
      }
      catch {
        $sum.Kept++
        if ($sum.Why -eq '') { $sum.Why = "$(ConvertTo-Line $entry.Path): $(ConvertTo-Line $_.Exception.GetBaseException().Message)" }
      }
    }
  }
  finally { $handle.Dispose() }
  $sum
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

# Gives the reason why nothing is ever removed from (or with) this folder, or nothing: Windows' own folders, those of users as a whole, links, paths that can be read in two ways.
function Find-FolderRefusal {
  param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Path)

  $shown = ConvertTo-Line $Path
  $plain = $Path.TrimEnd('\')
  if ($plain -notmatch '^([A-Za-z]:|\\\\[^\\?.][^\\]*\\[^\\]+)(\\[^\\]+)*$') { return "$shown is not an absolute path" }
  $parts = @(($plain -replace '^([A-Za-z]:|\\\\[^\\]+\\[^\\]+)', '').Split([char[]]'\', [StringSplitOptions]::RemoveEmptyEntries))
  if ($parts.Count -eq 0) { return "$shown is the root of a drive" }
  foreach ($part in $parts) {
    # Windows drops dots and spaces at the end, and ~1 is a second name of something else: the checks below would look at another folder
    if ($part -match '[. ]$|[/:*?"<>|]|~[0-9]') { return "$shown has a part that can be read in two ways: '$(ConvertTo-Line $part)'" }
  }

  $windows = Get-SpecialFolder -Name 'Windows'
  $data = Get-SpecialFolder -Name 'CommonApplicationData'
  $users = Read-SystemValue -Path 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList' -Name 'ProfilesDirectory'
  $users = if ($users) { (Expand-Path $users).TrimEnd('\') } else { '' }
  $whole = @(
    $windows, $data, $users, "$data\Microsoft", "$data\Microsoft\Windows"
    foreach ($name in 'System', 'SystemX86', 'ProgramFiles', 'ProgramFilesX86', 'CommonProgramFiles', 'CommonProgramFilesX86', 'UserProfile') { Get-SpecialFolder -Name $name }
  ) | Where-Object { $_ }
  foreach ($folder in $whole) {
    if ("$folder\".StartsWith("$plain\", [StringComparison]::OrdinalIgnoreCase)) { return "$shown is or holds the system folder $folder" }
  }
  foreach ($name in 'assembly', 'Boot', 'Fonts', 'INF', 'Installer', 'Microsoft.NET', 'servicing', 'SystemApps', 'System32\catroot', 'System32\config', 'System32\drivers', 'System32\DriverStore', 'WinSxS') {
    if ("$plain\".StartsWith("$windows\$name\", [StringComparison]::OrdinalIgnoreCase)) { return "$shown lies in the system folder $windows\$name" }
  }
  if ($users -and (Test-Text $plain.Substring(0, $plain.LastIndexOf([char]'\')) $users -IgnoreCase)) { return "$shown is the whole profile of a user" }

  # A junction in the path would lead outside; whoever can place one could have anything removed
  for ($end = $plain.Length; $end -gt 0; $end = $plain.LastIndexOf([char]'\', $end - 1)) {
    $upper = $plain.Substring(0, $end)
    if ($upper -match '^([A-Za-z]:|\\\\[^\\]+(\\[^\\]+)?|\\?)$') { break }
    $entry = Get-PathEntry -Path $upper
    if ($null -ne $entry -and $entry.IsLink) { return "$(ConvertTo-Line $upper) is a junction or link" }
  }
}

# Says why a service cannot be brought to what is given, or nothing: not installed, marked for deletion, a secret is missing, or something keeps it from running.
function Find-ServiceBlocker {
  param(
    [Parameter(Mandatory)] [string] $Name,
    [switch] $Absent,
    [string] $State = '',
    [string] $Startup = ''
  )
  if ($Absent) { return }
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -eq $configuration) { return 'install the program that brings it' }
  if (Test-ServiceDeletion -Name $Name) { return 'it is marked for deletion; Windows removes it when it restarts' }
  if ($State -ne 'running') { return }
  $status = Get-ServiceStatus -Name $Name
  if ($null -eq $status -or $status.State -ne 'running') { Find-ServiceStartRefusal -Configuration $configuration -Startup $Startup }
}

# Says that a policy keeps a service's virtual account from logging on as a service; nothing when it may, or when that cannot be told.
# Only virtual accounts: what groups an ordinary account has is not known here.
function Find-ServiceLogonPolicy {
  param([Parameter(Mandatory)] [pscustomobject] $Configuration)
  $sid = ConvertTo-ServiceAccount -Configuration $Configuration
  if ($sid -notmatch '^S-1-5-80-') { return }
  $right = 'SeServiceLogonRight'
  if (Test-UserRightHeld -Sid $sid -Holders @(Get-UserRightHolder -Right $right)) { return }
  $policy = Find-UserRightPolicy -Right $right
  if ($null -eq $policy.Name -or (Test-UserRightHeld -Sid $sid -Holders $policy.Holders)) { return }
  "$right is set by $($policy.Owner) and lacks $(ConvertTo-Line $Configuration.Account); add NT SERVICE\ALL SERVICES there"
}

# Says why a service cannot be started: it is disabled and the remedy does not say its startup, a policy, or a service that it needs; else nothing.
function Find-ServiceStartRefusal {
  param([Parameter(Mandatory)] [pscustomobject] $Configuration, [string] $Startup = '')
  # 4: disabled
  if ($Configuration.StartType -eq 4 -and $Startup -in '', 'disabled') { return 'it is disabled; set its startup where that is wanted' }
  $policy = Find-ServiceLogonPolicy -Configuration $Configuration
  if ($policy) { return $policy }
  # those with a plus sign are groups
  foreach ($needed in @($Configuration.Dependencies | Where-Object { $_ -notmatch '^\+' })) {
    $other = Get-ServiceConfiguration -Name $needed
    if ($null -eq $other) { return "it depends on the service $needed, which is not installed" }
    if ($other.StartType -eq 4) { return "it depends on the service $needed, which is disabled" }
  }
}

# Tells whether a policy of the domain or of Intune owns a user right: Known (the domain's could be asked), Name (of the winning policy, $null for none), Owner (the
# same in words) and Holders (SIDs of its list). Asked only when the right is not as wanted, since CIM is slow. What cannot be read is unknown: then a repair may try.
function Find-UserRightPolicy {
  param([Parameter(Mandatory)] [string] $Right)
  $answer = [pscustomobject]@{ Known = $false; Name = $null; Owner = ''; Holders = @() }
  $accounts = @()
  try {
    # the local policy is the list itself: what is granted here is in it, and nothing takes it back
    $policy = @(Get-RsopUserRight -Right $Right | Where-Object { $_.GpoId -ne 'LocalGPO' })
    $answer.Known = $true
    if ($policy.Count -gt 0) {
      $answer.Name = ConvertTo-Line $policy[0].GpoId
      $accounts = @($policy[0].Accounts)
      $name = @(Get-RsopGpoName -GpoId $policy[0].GpoId)
      if ($name.Count -gt 0) { $answer.Name = ConvertTo-Line $name[0] }
    }
  }
  catch { Write-Note -Text "the resulting set of policy could not be asked about ${Right}: $(Get-FailureText -Failure $_)" }
  if ($null -ne $answer.Name) { $answer.Owner = "the domain GPO '$($answer.Name)'" }
  else {
    $setting = Get-UserRightSetting -Right $Right
    $value = $null
    # a value a policy, named like it: seen on machines, documented nowhere
    try { if ($setting) { $value = Get-RegistryValue -Hive 'HKLM' -Path 'SOFTWARE\Microsoft\PolicyManager\current\device\UserRights' -Name $setting } }
    catch { Write-Note -Text "Intune's policies could not be read: $(Get-FailureText -Failure $_)" }
    if ($null -eq $value -or $value.Data -isnot [string]) { return $answer }
    $answer.Name = "UserRights/$setting"
    $answer.Owner = "Intune's policy $($answer.Name)"
    # 0xF000 parts the accounts (Microsoft Learn, Policy CSP - UserRights)
    $accounts = @($value.Data.Split([char[]]@([char]0xF000), [StringSplitOptions]::RemoveEmptyEntries))
  }
  $answer.Holders = @(foreach ($entry in $accounts) {
      $text = $entry.Trim().TrimStart('*')
      if ($text -match '^S-1-[0-9-]+$') { $text } else { try { Resolve-Account $text } catch { Write-Note -Text "the policy names $text, which is no account here" } }
    })
  $answer
}

# Says what an event means when its source and number are known; nothing for any other.
function Format-EventRecord {
  param([Parameter(Mandatory)] [pscustomobject] $Record)
  $number = $Record.Id
  if ($Record.Source -eq 'MsiInstaller' -and $number -gt 11000 -and $number -lt 13000) {
    $rules = Get-InstallerRule
    $code = $number - 10000
    if ($rules.Service.ContainsKey($code)) {
      $name = [regex]::Match((ConvertTo-Line ($Record.Values -join ' ')), '\(([^()]{1,256})\)')
      return "event ${number}: MSI error $code, " + ($rules.Service[$code] -f $(if ($name.Success) { Format-Name $name.Groups[1].Value } else { 'of the package' }))
    }
    if ($rules.Log.ContainsKey($code)) { return "event ${number}: MSI error $code, $($rules.Log[$code])" }
  }
  Format-EventText -Record $Record
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

# What the numbers of Windows Installer mean: exit codes of msiexec and bundles, and the errors inside its logs. {0} is the service or the action.
# Numbers: "MsiExec.exe and InstMsi.exe error messages" and "Windows Installer error messages" (learn.microsoft.com/windows/win32/msi). Service: its text names a service.
function Get-InstallerRule {
  @{
    Exit    = @{
      5 = 'access is denied'; 1460 = 'the time was over'; 1601 = 'the Windows Installer service cannot be reached'; 1602 = 'the user cancelled'
      1603 = 'fatal error during the installation'; 1605 = 'that product is not installed'; 1608 = 'unknown property'; 1610 = 'the configuration data of the product is corrupt'
      1612 = 'the installation source that Windows Installer needs is gone: its cached package is missing'; 1614 = 'the product is already removed'
      1618 = 'another installation is running'; 1619 = 'the package file could not be opened'; 1620 = 'the package file is not valid'; 1622 = 'the log file could not be opened'
      1624 = 'a transform could not be applied'; 1625 = 'a policy forbids this installation'; 1632 = 'the temporary folder is full or cannot be written'
      1633 = 'the package is not made for this kind of processor'; 1638 = 'another version of the product is already installed'; 1639 = 'the command line is not valid'
      1641 = 'it began to restart Windows'; 1642 = 'the patch does not fit what is installed'; 1644 = 'a policy forbids a transform'; 1645 = 'not possible from a remote session'
      1651 = 'it must be installed for all users'; 1654 = 'the package is not allowed on this Windows'; 3010 = 'a restart is needed'
    }
    Service = @{ 1920 = 'service {0} failed to start'; 1921 = 'service {0} could not be stopped'; 1922 = 'service {0} could not be deleted'; 1923 = 'service {0} could not be installed' }
    Log     = @{
      1303 = 'no right to write to a folder'; 1304 = 'a file could not be written'; 1305 = 'a file could not be read'; 1306 = 'a file is in use by another program'
      1307 = 'the disk is full'; 1309 = 'a file could not be opened'; 1310 = 'a file could not be written'; 1311 = 'a cabinet file is missing'; 1316 = 'the package is not the one that was installed'
      1321 = 'no right to change a file'; 1327 = 'a drive is not valid'; 1330 = 'the signature of a cabinet file is not valid'; 1335 = 'a cabinet file is damaged'
      1402 = 'a registry key could not be opened'; 1406 = 'a registry value could not be written'; 1500 = 'another installation is running'; 1601 = 'the disk is full'
      1612 = 'the installation source is gone'; 1618 = 'another installation is running'; 1619 = 'the package file could not be opened'; 1625 = 'a policy forbids this installation'
      1638 = 'another version of the product is already installed'; 1706 = 'the original package was not found'; 1714 = 'the older version could not be removed'
      1718 = 'a file was rejected by a software restriction policy'; 1719 = 'the Windows Installer service cannot be reached'; 1720 = 'a script of the package failed'
      1721 = 'a program of the package could not be started'; 1722 = 'a program of the package failed'; 1723 = 'a library of the package could not be run'
      1730 = 'only administrators may remove it'; 1904 = 'a module could not be registered'; 1911 = 'a type library could not be registered'; 1925 = 'it must be installed by an administrator'
      1931 = 'a file is protected by Windows'; 1935 = 'an assembly could not be installed'; 1939 = 'a service could not be configured'; 2502 = 'no right to the temporary folder'; 2503 = 'no right to the temporary folder'
    }
  }
}

# Gives the time at which this run began, a second earlier: times of files and events are coarser than the clock. By the monotonic clock, whatever became of the other one.
function Get-RunStart {
  (Get-Clock).AddMilliseconds($script:Remedy.Started - (Get-Tick) - 1000)
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

# Gives the names of the services that the items of the present step so far are about or provide, as events know them.
function Get-StepService {
  $names = foreach ($identity in $script:Remedy.Resources) {
    if ($identity.StartsWith('service ', [StringComparison]::OrdinalIgnoreCase)) { $identity.Substring(8) }
  }
  foreach ($name in @($names | Select-Object -Unique)) { Get-ServiceName -Name $name }
}

# Gives the name that a user right has as a policy of mobile device management (Microsoft Learn, Policy CSP - UserRights); nothing for one that cannot be set that way.
function Get-UserRightSetting {
  param([Parameter(Mandatory)] [string] $Right)
  @{
    SeServiceLogonRight = 'LogOnAsService'
  }[$Right]
}

# Removes the contents of a folder, by file pattern and age, never the folder itself; what is in use stays, and the caller looks at the folder again afterwards.
function Invoke-DirectoryClear {
  param([Parameter(Mandatory)] [string] $Path, [AllowNull()] [AllowEmptyCollection()] [string[]] $Files, [timespan] $OlderThan = [timespan]::Zero)
  $refusal = Find-FolderRefusal -Path $Path
  if ($refusal) { throw "nothing is removed: $refusal" }
  $entry = Get-FileEntry -Path $Path
  if ($null -eq $entry) { return }
  if (-not $entry.IsDirectory) { throw "$(ConvertTo-Line $Path) is a file" }
  # Without an age everything goes, also a file whose time lies in the future
  $before = if ($OlderThan -eq [timespan]::Zero) { [datetime]::MaxValue } else { (Get-Clock) - $OlderThan }
  $sum = Clear-FolderLevel -Path $Path -Files $Files -Before $before -All:($before -eq [datetime]::MaxValue -and @($Files | Where-Object { $_ }).Count -eq 0)
  Write-Note -Text "$($sum.Removed) files removed from $Path, $($sum.Kept) could not be removed$(if ($sum.Why -ne '') { ", the first: $($sum.Why)" })"
}

# Reads an event log for known events since a time and writes them as findings, newest first, at most five.
# A cause is an event of the System log, to which SYSTEM and administrators alone write, since this run began, and it names a service of the step.
# Any other event is only said to be seen: it may be an older one, another service's, or in another log by anybody under any name.
function Invoke-EventLogDiagnose {
  param([Parameter(Mandatory)] [string] $Log, [string] $Source = '', [timespan] $Last = [timespan]'01:00:00')
  $began = Get-RunStart
  $names = @(Get-StepService)
  $causes = @()
  $others = @()
  foreach ($record in @(Find-EventRecord -Log $Log -Source $Source -Since (Get-Clock).Subtract($Last))) {
    $text = Format-EventRecord -Record $record
    if (-not $text) { continue }
    if ($Log -eq 'System' -and $record.Time -ge $began -and $names.Count -gt 0 -and (Test-EventName -Record $record -Name $names)) { $causes += $text }
    else { $others += $text }
  }
  $causes = @($causes | Select-Object -Unique | Select-Object -First 5)
  foreach ($text in $causes) { Write-Finding $text }
  foreach ($text in @($others | Select-Object -Unique | Where-Object { $causes -notcontains $_ } | Select-Object -First (5 - $causes.Count))) { Write-Finding "seen in the $Log log: $text" -Seen }
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

# Reads the data of a registry value below HKEY_LOCAL_MACHINE in which Windows describes itself; $null when it is absent.
function Read-SystemValue {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name, [switch] $Required)
  $entry = Read-RegistryEntry -Key "HKLM\$Path" -Name $Name
  if ($null -ne $entry) { $entry.Data }
  elseif ($Required) { throw "registry value HKLM\$Path\$Name is missing" }
}

# Brings a service to what is given, its state last. Only what differs is changed.
function Repair-Service {
  param(
    [Parameter(Mandatory)] [string] $Name,
    [ValidateSet('', 'running', 'stopped')] [string] $State = '',
    [ValidateSet('', 'automatic', 'automatic_delayed', 'manual', 'disabled')] [string] $Startup = '',
    [timespan] $Timeout = [timespan]'00:00:30'
  )
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -eq $configuration) { throw "service $Name is not installed" }
  if ($Startup -ne '' -and -not (Test-ServiceStartup -Actual (ConvertTo-ServiceStartup -Configuration $configuration) -Wish $Startup)) {
    $code = Write-ServiceConfiguration -Name $Name -StartType @{ automatic = 2; automatic_delayed = 2; manual = 3; disabled = 4 }[$Startup]
    if ($code -eq 0 -and $Startup -like 'automatic*') { $code = Write-ServiceDelay -Name $Name -Delayed ($Startup -eq 'automatic_delayed') }
    if ($code -ne 0) { throw "the startup of service $Name could not be set to ${Startup}: $(Get-ServiceErrorText -Code $code)" }
  }
  if ($State -eq 'running') { Wait-ServiceStart -Name $Name -Timeout $Timeout }
  elseif ($State -eq 'stopped') { $null = Wait-ServiceStop -Name $Name -Timeout $Timeout }
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

# Tells whether a service is marked for deletion: Windows removes it once everyone has closed it, at the latest when it starts again.
# The service control manager notes it as the value DeleteFlag of the service's key.
function Test-ServiceDeletion {
  param([Parameter(Mandatory)] [string] $Name)
  $flag = Get-RegistryValue -Hive HKLM -Path "SYSTEM\CurrentControlSet\Services\$Name" -Name 'DeleteFlag'
  $null -ne $flag -and $flag.Data -eq 1
}

# True when a service starts as wished. 'automatic' is content with a delayed start, which installers and administrators choose to make Windows start faster.
function Test-ServiceStartup {
  param([Parameter(Mandatory)] [string] $Actual, [Parameter(Mandatory)] [string] $Wish)
  $Actual -eq $Wish -or ($Wish -eq 'automatic' -and $Actual -eq 'automatic_delayed')
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
    } {
      With -Service @('Spooler') {
        # examples/print-spooler.remedy:18: clear jobs { older_than: limit }
        $splat = @{
          Path      = Expand-Path (Use-Default (Read-RegistryValue -Key 'HKLM\SYSTEM\CurrentControlSet\Control\Print\Printers' -Name 'DefaultSpoolDirectory' -Property 'data') {
            '%SystemRoot%\System32\spool\PRINTERS'
          })
          Files     = @('*.spl', '*.shd')
          OlderThan = ([timespan]'01:00:00')
        }
        Invoke-DirectoryClear @splat
      }
    }
    # examples/print-spooler.remedy:21: ensure spooler { state: running }
    Ensure 'spooler.3' 'service Spooler: state running' -On 'service spooler' {
      Test-Service -Name 'Spooler' -State 'running'
    } {
      Repair-Service -Name 'Spooler' -State 'running'
    } -Blocker {
      Find-ServiceBlocker -Name 'Spooler' -State 'running'
    }
  } {
    # examples/print-spooler.remedy:22: diagnose event_log("System", source: "Service Control Manager", last: 1h)
    Invoke-EventLogDiagnose -Log 'System' -Source 'Service Control Manager'
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
