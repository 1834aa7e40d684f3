<#
.SYNOPSIS
    Microsoft Entra provisioning agent: repair setup error 0x80070643: tells whether it is needed, changes nothing
.DESCRIPTION
    Repairs a Microsoft Entra provisioning agent whose setup fails with 0x80070643: its service may not log on as a service, or a stale
    installation is in the way. Does what the support answer asks a person to do, in its order.
.NOTES
    Remedy    entra_provisioning_agent 1.0.0
    Publisher Identity operations
    Target    configmgr.baseline, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/entra-provisioning-agent.remedy, SHA-256 8c0f603021bbf4445299b32ffa478f3a2d3297f2f7d60cd4d5cb6dfdfe4fbc21
    Imports   examples/parts/tls12.remedy, SHA-256 8336234b007c39fc4b0d37a470c87045deb6372cb53c9de67bc5f96ec06500fa
    Parameter installer = %ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe
    Parameter signer = CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US
    Parameter restart_after_cleanup = false
    Parameter logon_account = none
    Parameter logon_password = none
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
    Name = 'entra_provisioning_agent'
    Version = '1.0.0'
    Title = 'Microsoft Entra provisioning agent: repair setup error 0x80070643'
    Role = 'detect'
    Target = 'configmgr.baseline'
    Context = 'system'
    Fingerprint = '4e96c6ae6895613967b9806bd1f3d02ba72a62521bdfab99bab33d0c97d61744'
    Items = @(
      'prerequisites.1',
      'prerequisites.2',
      'prerequisites.3',
      'prerequisites.4',
      'prerequisites.5',
      'prerequisites.6',
      'prerequisites.7',
      'prerequisites.8',
      'prerequisites.9',
      'prerequisites.10',
      'prerequisites.11',
      'prerequisites.12',
      'logon_right.1',
      'stale.1',
      'stale.2',
      'stale.3',
      'stale.4',
      'stale.5',
      'stale.6',
      'stale.7',
      'restart.1',
      'install.1',
      'install.2',
      'install.3'
    )
    Accounts = @{ 'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES' }
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

# Gives the uninstall entries of the machine in one registry view: Key, View, Unreadable and the registered values as text, $null where one is missing.
# HKLM only: what a user registers in a hive of theirs must never be run by SYSTEM. A 32-bit Windows has one view, and none for 32.
# All values of an entry are read in one pass, since opening each anew takes seconds on a machine with hundreds of entries.
# Anybody's setup writes here: a value may have any type, an empty list too. Unreadable says why an entry could not be read, else it is ''.
function Find-UninstallEntry {
  param([Parameter(Mandatory)] [ValidateSet(64, 32)] [int] $View)
  if ($View -eq 32 -and -not [Environment]::Is64BitOperatingSystem) { return }
  $names = 'DisplayName', 'DisplayVersion', 'Publisher', 'InstallLocation', 'UninstallString', 'QuietUninstallString', 'WindowsInstaller', 'BundleCachePath', 'BundleUpgradeCode'
  $base = Open-RegistryHive -Hive HKLM -View $View
  $root = $null
  try {
    $root = $base.OpenSubKey('SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall')
    if ($null -eq $root) { return }
    foreach ($key in $root.GetSubKeyNames()) {
      $found = [ordered]@{ Key = $key; View = $View; Unreadable = '' }
      foreach ($name in $names) { $found[$name] = $null }
      $entry = $null
      try {
        $entry = $root.OpenSubKey($key)
        # it may have gone since it was listed
        if ($null -eq $entry) { continue }
        foreach ($name in $names) {
          $data = $entry.GetValue($name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
          $found[$name] = if ($data -is [array]) { if ($data.Length -gt 0) { [string]$data[0] } } elseif ($null -ne $data) { [string]$data }
        }
      }
      catch { $found['Unreadable'] = $_.Exception.GetBaseException().Message }
      finally { if ($null -ne $entry) { $entry.Dispose() } }
      [pscustomobject]$found
    }
  }
  finally {
    if ($null -ne $root) { $root.Dispose() }
    $base.Dispose()
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

# Gives PartOfDomain, Domain and TotalPhysicalMemory (bytes) of Win32_ComputerSystem; throws when it cannot be read within 20 seconds.
function Get-ComputerMembership {
  $system = Get-CimInstance -ClassName Win32_ComputerSystem -Property PartOfDomain, Domain, TotalPhysicalMemory -OperationTimeoutSec 20
  [pscustomobject]@{ PartOfDomain = [bool]$system.PartOfDomain; Domain = [string]$system.Domain; TotalPhysicalMemory = [long]$system.TotalPhysicalMemory }
}

# Asks the Configuration Manager client whether it waits for a restart: $true or $false; throws when it does not answer within 20 seconds.
# A method call supports -WhatIf and -Confirm; this one only reads, so the script's own must not reach it.
function Get-ConfigMgrRestart {
  $answer = Invoke-CimMethod -Namespace 'root\ccm\ClientSDK' -ClassName CCM_ClientUtilities -MethodName DetermineIfRebootPending -OperationTimeoutSec 20 -WhatIf:$false -Confirm:$false
  if ($answer.ReturnValue -ne 0) { throw "DetermineIfRebootPending returned $($answer.ReturnValue)" }
  [bool]$answer.RebootPending -or [bool]$answer.IsHardRebootPending
}

# Gives the SHA-256 of a file's content as 64 hexadecimal digits in capitals.
function Get-FileSha256 {
  param([Parameter(Mandatory)] [string] $Path)
  $stream = [IO.File]::Open($Path, [IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]::Read)
  $hash = [Security.Cryptography.SHA256]::Create()
  try { [BitConverter]::ToString($hash.ComputeHash($stream)).Replace('-', '') }
  finally {
    $hash.Dispose()
    $stream.Dispose()
  }
}

# Gives Status (Valid, NotSigned, HashMismatch, ...), Subject and Thumbprint of a file's Authenticode signature; Subject and Thumbprint are $null without one.
function Get-FileSignature {
  param([Parameter(Mandatory)] [string] $Path)
  $signature = Get-AuthenticodeSignature -LiteralPath $Path
  $certificate = $signature.SignerCertificate
  [pscustomobject]@{
    Status     = [string]$signature.Status
    Subject    = if ($null -ne $certificate) { $certificate.Subject } else { $null }
    Thumbprint = if ($null -ne $certificate) { $certificate.Thumbprint } else { $null }
  }
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

# Gives the capacity in bytes of each memory module (Win32_PhysicalMemory); nothing where the firmware lists none, as on some virtual machines.
function Get-MemoryModule {
  Get-CimInstance -ClassName Win32_PhysicalMemory -Property Capacity -OperationTimeoutSec 20 | ForEach-Object { [long]$_.Capacity }
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

# True when a file of this path exists (a folder is none).
function Test-FileEntry {
  param([Parameter(Mandatory)] [string] $Path)
  [IO.File]::Exists($Path)
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
  Write-DueRemark
  Write-ArmedRemark
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

# Begins a block with a require of its own; what blocks the block around it blocks this one.
function Enter-Block {
  $script:Remedy.Barriers.Push((Get-Barrier))
}

# Ends the block that Enter-Block began.
function Exit-Block {
  $null = $script:Remedy.Barriers.Pop()
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

# Gives elements sorted by their Name, ordinal, ignoring case; equal names keep their order, and elements without a Name (a list) keep theirs altogether.
function Get-NameOrder {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [AllowNull()] [object[]] $Element)
  $keys = @(foreach ($one in $Element) {
      if ($one -is [Management.Automation.PSCustomObject] -and $null -ne $one.PSObject.Members['Name']) { [string]$one.Name }
    })
  if ($keys.Count -ne $Element.Count) { return $Element }
  # the place at the end makes equal names keep their order, and finds the element again
  $places = [string[]]@(for ($index = 0; $index -lt $keys.Count; $index++) { '{0}{1}{2:d8}' -f $keys[$index], [char]0, $index })
  [Array]::Sort($places, [StringComparer]::OrdinalIgnoreCase)
  foreach ($place in $places) { $Element[[int]$place.Substring($place.Length - 8)] }
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

# 'reboot when': asks for a restart when the condition holds and something above was fixed; while nothing was, the next item that would be fixed makes it ask.
# Never twice for one cause: when Windows has restarted since it asked and the condition still holds, it warns, and the walk goes on.
# Nothing above was fixed by this run in detection: there it never asks before an item behind it deviates.
function Reboot {
  param(
    [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
    [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
    [Alias('Reads')] [string[]] $RemedyReads = @(),
    [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyCondition
  )
  $RemedyItem = @{ Id = $RemedyId; Step = $script:Remedy.Step; Kind = 'reboot'; Label = "reboot when $RemedyText"; On = @(); Reads = $RemedyReads; Provides = @() }
  if ($script:Remedy.Halt -ne '' -or (Resolve-Obstacle -Item $RemedyItem)) { return }
  try { $RemedyHolds = Measure-Condition -RemedyCondition $RemedyCondition }
  catch {
    Write-Record -Item $RemedyItem -Outcome 'blocked' -Why ("'$RemedyText' cannot be read: " + (Get-FailureText -Failure $_))
    return
  }
  if (-not $RemedyHolds) { $script:Remedy.Settled.Add($RemedyId) }
  elseif ((Test-Changed $RemedyId) -and ($script:Remedy.Planned.Count -gt 0 -or -not $script:Remedy.Preview)) { Request-Restart -Item $RemedyItem }
  elseif ((Test-Asked -Id $RemedyId) -and -not (Test-Changed $RemedyId)) {
    Write-Remark -Id $RemedyId -Text "warning: still so after the restart that was asked for: $RemedyText"
  }
  elseif ($null -eq $script:Remedy.Armed) { $script:Remedy.Armed = $RemedyItem }
}

# Notes that a repair would ask for a restart here.
function Request-Restart {
  param([Parameter(Mandatory)] [hashtable] $Item)
  Write-Request -Item $Item -Outcome 'deviates'
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

# True when a 'reboot' asked for a restart and Windows has restarted since: its mark is there, the one that lives until the next restart is not.
function Test-Asked {
  param([Parameter(Mandatory)] [string] $Id)
  $script:Remedy.Marks.ContainsKey("Asked $Id") -and -not $script:Remedy.Session.ContainsKey("Asked $Id")
}

# The fact 'changed': true when an item above this one was fixed since Windows started; in a forecast, or would be.
function Test-Changed {
  param([Parameter(Mandatory, Position = 0)] [string] $Id)
  $items = @($script:Remedy.Items)
  $place = [Array]::IndexOf($items, (Get-SourceId $Id))
  $fixed = @($script:Remedy.Planned) + @(foreach ($name in $script:Remedy.Session.Keys) { if ($name -like 'Changed *') { $name.Substring(8) } })
  foreach ($item in $fixed) {
    $index = [Array]::IndexOf($items, (Get-SourceId $item))
    if ($index -ge 0 -and $index -lt $place) { return $true }
  }
  $false
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

# Notes that Windows must restart first: nothing behind this item is changed.
function Write-Request {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Outcome)
  $script:Remedy.Armed = $null
  Write-Record -Item $Item -Outcome $Outcome -Why ('restart first: ' + $Item.Label)
  $script:Remedy.Halt = $Item.Id
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

# Gives an uninstall entry as a package: the readable properties in Pascal case.
function ConvertTo-Package {
  param([Parameter(Mandatory)] [pscustomobject] $Entry)
  $isProduct = $Entry.WindowsInstaller -eq '1' -and $Entry.Key -match '^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}\z'
  $isBundle = -not $isProduct -and ($null -ne $Entry.BundleCachePath -or $null -ne $Entry.BundleUpgradeCode)
  $package = [pscustomobject]@{
    Name                  = [string]$Entry.DisplayName
    Version               = ConvertTo-PackageVersion -Text $Entry.DisplayVersion
    Publisher             = $Entry.Publisher
    Installer             = if ($isProduct) { 'msi' } elseif ($isBundle) { 'bundle' } else { 'exe' }
    View                  = $Entry.View
    ProductCode           = if ($isProduct) { $Entry.Key.ToUpperInvariant() } else { $null }
    InstallLocation       = if ($Entry.InstallLocation) { $Entry.InstallLocation } else { $null }
    UninstallCommand      = $Entry.UninstallString
    QuietUninstallCommand = $Entry.QuietUninstallString
    Key                   = $Entry.Key
    BundleUpgradeCode     = $Entry.BundleUpgradeCode
  }
  $package
}

# Gives a registered version as a version of four parts, missing ones 0; $null when it is none.
function ConvertTo-PackageVersion {
  param([Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [string] $Text)
  if ($Text -notmatch '^\s*[0-9]{1,9}(\.[0-9]{1,9}){0,3}\s*$') { return $null }
  $parts = @($Text.Trim().Split([char]'.')) + '0', '0', '0'
  [version]($parts[0..3] -join '.')
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

# Says who besides administrators could change a file that we are about to run, or what it loads from its folder; nothing when nobody can.
# The file must not be writable, its folder must take no new files (a program loads libraries that lie beside it), and no part of the path above may be
# replaced. Trusted are SYSTEM, administrators, TrustedInstaller and the account that runs this script.
function Find-PathWriter {
  param([Parameter(Mandatory)] [string] $Path)
  # FILE_DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_ALL: enough to put something else in its place
  $replace = 0x100D0040
  # and FILE_WRITE_DATA (add file), FILE_APPEND_DATA (add folder), GENERIC_WRITE
  $write = $replace -bor 0x40000006
  # the parts are told by text: a slash, a stream, '..' or a dot at the end would hide a folder from it
  if ($Path.Substring(2) -match '[/:]|[. ](\\|$)') { return "$(ConvertTo-Line $Path) can be read in two ways" }
  $part = $Path
  $level = 0
  while ($part) {
    $security = Get-PathSecurity -Path $part
    if ($null -eq $security) { return "$(ConvertTo-Line $part) does not exist" }
    $shown = ConvertTo-Line $part
    if ($security.Reparse) { return "$shown is a junction or link" }
    if (-not (Test-TrustedSid -Sid $security.Owner)) { return "$shown belongs to $($security.Owner), who could change it" }
    $mask = if ($level -lt 2) { $write } else { $replace }
    $writer = Find-ForeignWriter -Security $security -Access $mask
    if ($writer) { return "$shown may be changed by $writer, so it is not safe to run; let administrators alone write there" }
    $part = Get-PathPart -Path $part -Parent
    $level++
  }
}

# Says why a program or package file must not be run: missing, not signed by or hashed as the remedy says, or where others could change it; else nothing.
# Status Valid alone means little: anybody can buy a certificate. SignedBy is the signer's whole subject, or a thumbprint.
function Find-SourceBlocker {
  param([Parameter(Mandatory)] [string] $Path, [string] $SignedBy = '', [string] $Sha256 = '')
  $shown = ConvertTo-Line $Path
  # rooted, and no device path (\\?\ and \\.\ go around the checks of Windows)
  if ($Path -notmatch '^([A-Za-z]:\\|\\\\[^\\?.])') { return "$shown is no absolute path" }
  if (-not (Test-FileEntry -Path $Path)) { return "$shown does not exist" }
  if ($SignedBy -eq '' -and $Sha256 -eq '') { return "$shown is neither given with its signer nor with its SHA-256" }
  $writer = Find-PathWriter -Path $Path
  if ($writer) { return $writer }
  if ($Sha256 -ne '') {
    $hash = Get-FileSha256 -Path $Path
    if ($hash -ne $Sha256) { return "$shown has the SHA-256 $hash, not $($Sha256.ToUpperInvariant())" }
  }
  if ($SignedBy -ne '') {
    $signature = Get-FileSignature -Path $Path
    if ($signature.Status -ne 'Valid') { return "the signature of $shown is not valid: $($signature.Status)" }
    $actual = if ($SignedBy -match '^[0-9A-Fa-f]{40}$') { $signature.Thumbprint } else { $signature.Subject }
    if (-not [string]::Equals($actual, $SignedBy, [StringComparison]::OrdinalIgnoreCase)) { return "$shown is signed by '$(ConvertTo-Line $actual)', not by '$(ConvertTo-Line $SignedBy)'" }
  }
}

# Gives the registry values that differ from the wishes for one protocol, as Get-TlsDeviation does; '' is no wish.
function Find-TlsDeviation {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  if ($Client -ne '') { Get-TlsDeviation -Version $Version -Role 'Client' -Wish $Client }
  if ($Server -ne '') { Get-TlsDeviation -Version $Version -Role 'Server' -Wish $Server }
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

# Names packages in a message: at most five, with their versions.
function Format-PackageList {
  param([Parameter(Mandatory)] [object[]] $Package)
  $names = @(foreach ($one in $Package) { ConvertTo-Line ("$($one.Name) $($one.Version)".Trim()) -Limit 120 })
  if ($names.Count -gt 5) { $names = $names[0..3] + "$($names.Count - 4) more" }
  $names -join ', '
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

# Gives what stands at a file's path (Get-PathEntry), and names the path where that cannot be read.
function Get-FileEntry {
  param([Parameter(Mandatory)] [string] $Path)
  # A path without drive or share would be looked for wherever the script was started; \\?\ and \\.\ go around the checks of Windows
  if ($Path -notmatch '^([A-Za-z]:\\|\\\\[^\\?.])') { throw "$(ConvertTo-Line $Path) is no absolute path" }
  try { Get-PathEntry -Path $Path }
  catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}

# Gives the last segment of a Windows path, or with Parent what stands before it ('' above a drive's root).
# By text, so that the answer is the same wherever the script is tried; System.IO.Path splits by the rules of the system it runs on.
function Get-PathPart {
  param([Parameter(Mandatory)] [string] $Path, [switch] $Parent)
  $at = $Path.TrimEnd('\').LastIndexOf([char]'\')
  if (-not $Parent) { return $Path.TrimEnd('\').Substring($at + 1) }
  if ($at -lt 0 -or $Path -match '^\\\\[^\\]+\\[^\\]+\\?$') { return '' }
  $before = $Path.Substring(0, $at)
  if ($before -match '^[A-Za-z]:$') { "$before\" } else { $before }
}

# Gives a service's status once it is neither starting nor stopping any more, at the latest after Timeout; $null when it does not exist.
# So a service that is just starting is not taken for one that hangs. A status that cannot be read is an exception, never "stopped".
function Get-SettledService {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  $null = Wait-Condition -Timeout $Timeout -Condition { $status = Get-ServiceStatus -Name $Name; $null -eq $status -or $status.State -notin 'starting', 'stopping', 'continuing', 'pausing' }
  Get-ServiceStatus -Name $Name
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

# Reads a fact of this computer; those that the script asks for are here.
function Read-Computer {
  param([Parameter(Mandatory)] [string] $Property)

  switch ($Property) {
    'is_domain_controller' { (Read-Os -Property 'product_type') -eq 'domain_controller' }
    'is_domain_joined' { (Get-ComputerMembership).PartOfDomain }
    'memory' {
      # What is built in: TotalPhysicalMemory leaves out what firmware and graphics keep, so 4 GB would read as less
      $sum = [long]0
      try { foreach ($capacity in @(Get-MemoryModule)) { $sum += $capacity } }
      catch { Write-Note -Text "the memory modules cannot be read: $($_.Exception.GetBaseException().Message)" }
      if ($sum -gt 0) { $sum } else { (Get-ComputerMembership).TotalPhysicalMemory }
    }
    default { throw "computer has no property $Property" }
  }
}

# Reads the version of .NET Framework 4.5 or later; $null when none is installed.
# Lowest Release number of each version, from Microsoft, "Determine which .NET Framework versions are installed": a higher number is that version or a later one.
function Read-Dotnet {
  param([Parameter(Mandatory)] [ValidateSet('version')] [string] $Property)

  $release = Read-SystemValue -Path 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release'
  $lowest = [ordered]@{
    '4.8.1.0' = 533320; '4.8.0.0' = 528040; '4.7.2.0' = 461808; '4.7.1.0' = 461308; '4.7.0.0' = 460798; '4.6.2.0' = 394802
    '4.6.1.0' = 394254; '4.6.0.0' = 393295; '4.5.2.0' = 379893; '4.5.1.0' = 378675; '4.5.0.0' = 378389
  }
  foreach ($text in $lowest.Keys) {
    if ($null -ne $release -and $release -ge $lowest[$text]) { return [version]$text }
  }
  Write-Note -Text "no $Property of .NET Framework 4.5 or later is installed"
}

# Reads a property of a file. $null when it is absent, or a folder.
function Read-File {
  param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [ValidateSet('exists', 'size', 'version', 'age', 'sha256', 'content')] [string] $Property
  )
  $entry = Get-FileEntry -Path $Path
  $exists = $null -ne $entry -and -not $entry.IsDirectory
  if ($Property -eq 'exists') { return $exists }
  if (-not $exists) { return }
}

# Tells whether a file may be run with the rights of the system: signed by this subject or thumbprint, and out of others' reach.
function Read-FileIsTrusted {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Signer)
  $null -eq (Find-SourceBlocker -Path $Path -SignedBy $Signer)
}

# Reads a fact of this Windows; those that the script asks for are here.
# From the registry, since CIM takes longer than all else that a detection does.
function Read-Os {
  param([Parameter(Mandatory)] [string] $Property)

  $current = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $control = 'SYSTEM\CurrentControlSet\Control'
  switch ($Property) {
    'build' { [int](Read-SystemValue -Path $current -Name 'CurrentBuildNumber' -Required) }
    'product_type' {
      $kind = Read-SystemValue -Path "$control\ProductOptions" -Name 'ProductType' -Required
      $words = @{ WinNT = 'workstation'; ServerNT = 'server'; LanmanNT = 'domain_controller' }
      if (-not $words.ContainsKey($kind)) { throw "the product type of Windows is unknown: $(ConvertTo-Line $kind)" }
      $words[$kind]
    }
    'installation_type' {
      $kind = Read-SystemValue -Path $current -Name 'InstallationType' -Required
      $words = @{ 'Client' = 'client'; 'Server' = 'server'; 'Server Core' = 'server_core'; 'Nano Server' = 'nano_server' }
      if (-not $words.ContainsKey($kind)) { throw "the installation type of Windows is unknown: $(ConvertTo-Line $kind)" }
      $words[$kind]
    }
    default { throw "os has no property $Property" }
  }
}

# Reads one property of a package; $null when none is installed, exists: at least one. Throws when several match, since it would not be known which is meant.
function Read-Package {
  param(
    [string] $Name = '',
    [string] $ProductCode = '',
    [scriptblock] $Where,
    [pscustomobject] $Entry,
    [Parameter(Mandatory)]
    [ValidateSet('exists', 'name', 'product_code', 'upgrade_code', 'version', 'publisher', 'installer', 'view', 'install_location', 'uninstall_command', 'quiet_uninstall_command')]
    [string] $Property
  )
  $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
  $found = @(Select-Package @key)
  if ($Property -eq 'exists') { return $found.Count -gt 0 }
  if ($found.Count -eq 0) { return }
  if ($found.Count -gt 1) { throw "matches several: $(Format-PackageList -Package $found)" }
  $found[0].$($Property -replace '_', '')
}

# Reads a fact of Windows PowerShell; those that the script asks for are here.
# The execution policy that Group Policy sets (undefined when it sets none), as Windows PowerShell itself reads it: EnableScripts 0 is restricted, 1 takes
# ExecutionPolicy, anything else is undefined.
function Read-Powershell {
  param([Parameter(Mandatory)] [string] $Property)

  $hives = @{ machine_policy = 'HKLM'; user_policy = 'HKCU' }
  if (-not $hives.ContainsKey($Property)) { throw "powershell has no property $Property" }
  $key = "$($hives[$Property])\Software\Policies\Microsoft\Windows\PowerShell"
  $enable = Read-RegistryEntry -Key $key -Name 'EnableScripts'
  if ($null -eq $enable) { return 'undefined' }
  if ([string]$enable.Data -eq '0') { return 'restricted' }
  if ([string]$enable.Data -ne '1') { return 'undefined' }
  $policy = Read-RegistryEntry -Key $key -Name 'ExecutionPolicy'
  if ($null -eq $policy) { return 'undefined' }
  $words = @{ AllSigned = 'all_signed'; RemoteSigned = 'remote_signed'; Unrestricted = 'unrestricted'; Bypass = 'bypass'; Restricted = 'restricted'; Undefined = 'undefined'; Default = 'restricted' }
  if (-not $words.ContainsKey([string]$policy.Data)) { throw "the execution policy of $key is unknown: $(ConvertTo-Line $policy.Data)" }
  $words[[string]$policy.Data]
}

# Reads whether Windows waits for a restart (pending), or whether only files wait to be renamed or deleted by one (file_renames).
# pending: component servicing, Windows Update, a rename of the computer, a domain join, the Configuration Manager client. File renames stand
# apart, because browsers and virus scanners leave some on most machines. The client is there when its service is: its registry key survives an uninstall.
function Read-Reboot {
  param([Parameter(Mandatory)] [ValidateSet('pending', 'file_renames')] [string] $Property)

  if ($Property -eq 'file_renames') {
    $renames = @(Read-SystemValue -Path 'SYSTEM\CurrentControlSet\Control\Session Manager' -Name 'PendingFileRenameOperations')
    return @($renames | Where-Object { $_ }).Count -gt 0
  }
  $windows = 'SOFTWARE\Microsoft\Windows\CurrentVersion'
  foreach ($path in "$windows\Component Based Servicing\RebootPending", "$windows\WindowsUpdate\Auto Update\RebootRequired") {
    if (Test-RegistryPath -Hive 'HKLM' -Path $path) { return $true }
  }
  $names = 'SYSTEM\CurrentControlSet\Control\ComputerName'
  $active = Read-SystemValue -Path "$names\ActiveComputerName" -Name 'ComputerName'
  $next = Read-SystemValue -Path "$names\ComputerName" -Name 'ComputerName'
  if (-not (Test-Text $active $next -IgnoreCase)) { return $true }

  $netlogon = 'SYSTEM\CurrentControlSet\Services\Netlogon'
  foreach ($name in 'JoinDomain', 'AvoidSpnSet') {
    # The values by the documentation of third parties; some tools look for keys of these names
    if ($null -ne (Read-SystemValue -Path $netlogon -Name $name) -or (Test-RegistryPath -Hive 'HKLM' -Path "$netlogon\$name")) { return $true }
  }
  # a client that is broken says nothing about Windows
  try { $null -ne (Get-ServiceStatus -Name 'CcmExec') -and (Get-ConfigMgrRestart) }
  catch {
    Write-Remark -Id $script:Remedy.Step -Text "warning: the Configuration Manager client could not be asked whether it waits for a restart: $(Get-FailureText -Failure $_)"
    $false
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

# Gives the installed packages that are named so (whole name, ignoring case), have this product or upgrade code and pass the filter, by name.
# Both registry views of the machine; two entries with one key in both views are two. Never Win32_Product: asking it starts a check of every product.
# An entry that cannot be read is never 'absent' where it is asked for by its key; another one may be anybody's, and is passed over with a warning.
function Select-Package {
  [CmdletBinding()]
  param(
    [string] $Name = '',
    [string] $ProductCode = '',
    [scriptblock] $Where,
    [pscustomobject] $Entry
  )
  $found = foreach ($view in 64, 32) {
    foreach ($candidate in @(Find-UninstallEntry -View $view)) {
      if ($candidate.Unreadable -ne '') {
        $why = "uninstall entry $(ConvertTo-Line $candidate.Key) cannot be read: $($candidate.Unreadable)"
        $isAsked = $candidate.Key -eq $ProductCode -or ($null -ne $Entry -and $candidate.Key -eq $Entry.Key)
        if ($isAsked) { throw $why }
        Write-Remark -Text "warning: $why" -Id $script:Remedy.Step
        continue
      }
      if ([string]::IsNullOrEmpty($candidate.DisplayName)) { continue }
      if ($Name -ne '' -and -not [string]::Equals($candidate.DisplayName, $Name, [StringComparison]::OrdinalIgnoreCase)) { continue }
      if ($ProductCode -ne '' -and $candidate.Key -ne $ProductCode) { continue }
      if ($null -ne $Entry -and ($candidate.Key -ne $Entry.Key -or $candidate.View -ne $Entry.View)) { continue }
      ConvertTo-Package -Entry $candidate
    }
  }
  $found = @($found)
  if ($null -ne $Where) { $found = @($found | Where-Object -FilterScript $Where) }
  Get-NameOrder -Element $found
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

# Tells whether this machine is a domain controller: the product type that setup wrote (WinNT workstation, ServerNT server, LanmanNT domain controller).
function Test-DomainController {
  $type = Get-RegistryValue -Hive HKLM -Path 'SYSTEM\CurrentControlSet\Control\ProductOptions' -Name 'ProductType'
  $null -ne $type -and $type.Data -eq 'LanmanNT'
}

# Tests a package: gives nothing where at least one is installed and everything that it provides is there, or (Absent) none is left, else the reason.
# Matching: what Where asks for, in words. Provides: identity -> block that tells whether it is there.
function Test-Package {
  [CmdletBinding()]
  param(
    [string] $Name = '',
    [string] $ProductCode = '',
    [scriptblock] $Where,
    [string] $Matching = '',
    [pscustomobject] $Entry,
    [switch] $Absent,
    [Collections.IDictionary] $Provides = @{}
  )
  $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
  $found = @(Select-Package @key)
  if ($found.Count -eq 0) {
    if ($Absent) { return }
    $label = @(
      $Name
      $ProductCode
      if ($Matching -ne '') { "whose $Matching" }
    ) -ne '' -join ' '
    return "no package $label is installed"
  }
  $why = "installed: $(Format-PackageList -Package $found)"
  if ($Absent) { return $why }
  $missing = @(foreach ($identity in $Provides.Keys) { if (-not (& $Provides[$identity])) { [string]$identity } })
  if ($missing.Count -gt 0) { "$why, without $($missing -join ', ')" }
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

# Tests a service: gives nothing where it is as given, else the reason. A pending state is waited for.
# Absent: it does not exist.
function Test-Service {
  param(
    [Parameter(Mandatory)] [string] $Name,
    [switch] $Absent,
    [ValidateSet('', 'running', 'stopped')] [string] $State = '',
    [ValidateSet('', 'automatic', 'automatic_delayed', 'manual', 'disabled')] [string] $Startup = '',
    [timespan] $Timeout = [timespan]'00:00:30'
  )
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($Absent) {
    if ($null -eq $configuration) { return }
    $marked = if (Test-ServiceDeletion -Name $Name) { ' and marked for deletion' } else { '' }
    return "service $Name is there$marked"
  }
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

# Tests a protocol of Schannel: gives nothing where Enabled and DisabledByDefault say what is wished for client and server, else the reason.
function Test-Tls {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  $wrong = @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)
  if ($wrong.Count -gt 0) { @($wrong | ForEach-Object { $_.Why } | Sort-Object -Unique) -join ' and ' }
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
  Step 'prerequisites' 'Verify the prerequisites' {
    # examples/entra-provisioning-agent.remedy:35: require os.build >= 14393 else "Windows Server 2016 or later is needed."
    Assert 'prerequisites.1' 'Windows Server 2016 or later is needed.' -Text 'os.build >= 14393' -Reads @('os') {
      (Read-Os -Property 'build') -ge 14393
    }
    # examples/entra-provisioning-agent.remedy:36: require os.installation_type != server_core else "Server Core is not supported."
    Assert 'prerequisites.2' 'Server Core is not supported.' -Text 'os.installation_type != server_core' -Reads @('os') {
      (Read-Os -Property 'installation_type') -ne 'server_core'
    }
    # examples/entra-provisioning-agent.remedy:37: require not dotnet_release.exists or dotnet.version >= 4.7.1 else "Install .NET Framework 4.7.1 or later."
    Assert 'prerequisites.3' 'Install .NET Framework 4.7.1 or later.' -Text 'not dotnet_release.exists or dotnet.version >= 4.7.1' -Reads @(
      'registry_value hklm\software\microsoft\net framework setup\ndp\v4\full name: release',
      'dotnet'
    ) {
      (-not (Read-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release' -Property 'exists')) -or
        ((Read-Dotnet -Property 'version') -ge ([version]'4.7.1.0'))
    }
    # examples/entra-provisioning-agent.remedy:38: require service("VaultSvc").startup != disabled else "The agent needs Credential Manager (VaultSvc)."
    Assert 'prerequisites.4' 'The agent needs Credential Manager (VaultSvc).' -Text 'service("VaultSvc").startup != disabled' -Reads @(
      'service vaultsvc'
    ) {
      (Read-Service -Name 'VaultSvc' -Property 'startup') -ne 'disabled'
    }
    # examples/entra-provisioning-agent.remedy:39: require powershell.machine_policy in [undefined, remote_signed] and powershell.user_policy in [undefined, remote_sign...
    Assert 'prerequisites.5' 'The execution policy set by Group Policy must be Undefined or RemoteSigned.' -Text 'powershell.machine_policy in [undefined, remote_signed] and powershell.user_policy in [undefined, remote_signed]' -Reads @(
      'powershell'
    ) {
      (@('undefined', 'remote_signed') -contains (Read-Powershell -Property 'machine_policy')) -and
        (@('undefined', 'remote_signed') -contains (Read-Powershell -Property 'user_policy'))
    }
    # examples/entra-provisioning-agent.remedy:41: warn "Windows names no .NET Framework; setup needs version 4.7.1 or later." when not dotnet_release.exists
    Warn 'prerequisites.6' 'Windows names no .NET Framework; setup needs version 4.7.1 or later.' -Text 'not dotnet_release.exists' -Reads @(
      'registry_value hklm\software\microsoft\net framework setup\ndp\v4\full name: release'
    ) {
      -not (Read-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release' -Property 'exists')
    }
    # examples/entra-provisioning-agent.remedy:42: warn "Microsoft documents the agent for Windows Server only." when os.product_type == workstation
    Warn 'prerequisites.7' 'Microsoft documents the agent for Windows Server only.' -Text 'os.product_type == workstation' -Reads @('os') {
      (Read-Os -Property 'product_type') -eq 'workstation'
    }
    # examples/entra-provisioning-agent.remedy:43: warn "The agent needs a domain-joined server." when not computer.is_domain_joined
    Warn 'prerequisites.8' 'The agent needs a domain-joined server.' -Text 'not computer.is_domain_joined' -Reads @('computer') {
      -not (Read-Computer -Property 'is_domain_joined')
    }
    # examples/entra-provisioning-agent.remedy:44: warn "Policies of domain controllers often block virtual service accounts; prefer a member server." when computer.is_...
    Warn 'prerequisites.9' 'Policies of domain controllers often block virtual service accounts; prefer a member server.' -Text 'computer.is_domain_controller' -Reads @(
      'computer'
    ) {
      Read-Computer -Property 'is_domain_controller'
    }
    # examples/entra-provisioning-agent.remedy:45: warn "At least 4 GB of memory are recommended." when computer.memory < 4GB
    Warn 'prerequisites.10' 'At least 4 GB of memory are recommended.' -Text 'computer.memory < 4GB' -Reads @('computer') {
      (Read-Computer -Property 'memory') -lt 4GB
    }
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'prerequisites.11' 'tls 1.2: client on, server on' -On 'tls 1.2' { Test-Tls -Version '1.2' -Client 'on' -Server 'on' }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'prerequisites.12' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: schusestrongcrypto' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    }
  }
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # examples/entra-provisioning-agent.remedy:52: ensure service_logon { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'logon_right.1' 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' -On 'user_right seservicelogonright' {
      Test-UserRight -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    }
  }
  Step 'stale' 'Clean a stale or partial installation' {
    $when1 = Guard 'agent.exists and agent.state != running or product.exists and not agent.exists or updater.exists and updater.state != running and not others.exists' -Reads @(
      'service aadconnectprovisioningagent',
      'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent package$',
      'service azureadconnectagentupdater',
      'package name matches ^microsoft .*(connect health|authentication) agent'
    ) {
      ((Read-Service -Name 'AADConnectProvisioningAgent' -Property 'exists') -and
        ((Read-Service -Name 'AADConnectProvisioningAgent' -Property 'state') -ne 'running')) -or
        ((Read-Package -Where {
          Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$'
        } -Property 'exists') -and
          (-not (Read-Service -Name 'AADConnectProvisioningAgent' -Property 'exists'))) -or
        ((Read-Service -Name 'AzureADConnectAgentUpdater' -Property 'exists') -and
          ((Read-Service -Name 'AzureADConnectAgentUpdater' -Property 'state') -ne 'running') -and
          (-not (Read-Package -Where { Test-Match $_.Name '^Microsoft .*(Connect Health|Authentication) Agent' } -Property 'exists')))
    }
    if ($when1 -eq $true) {
      Enter-Block
      # examples/entra-provisioning-agent.remedy:58: require file(installer).exists else "The setup program is not at '${installer}': nothing is removed before it can be ...
      Assert 'stale.1' 'The setup program is not at ''%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'': nothing is removed before it can be installed again.' -Text 'file(installer).exists' -Reads @(
        'file %programfiles%\install\aadconnectprovisioningagentsetup.exe'
      ) {
        Read-File -Path (Expand-Path '%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe') -Property 'exists'
      }
      # examples/entra-provisioning-agent.remedy:59: require file(installer).is_trusted(signer) else "The setup program '${installer}' is not signed as the parameter 'sig...
      Assert 'stale.2' 'The setup program ''%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'' is not signed as the parameter ''signer'' says, or others than administrators may change it: nothing is removed.' -Text 'file(installer).is_trusted(signer)' -Reads @(
        'file %programfiles%\install\aadconnectprovisioningagentsetup.exe'
      ) {
        $splat = @{
          Path   = Expand-Path '%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'
          Signer = 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US'
        }
        Read-FileIsTrusted @splat
      }
      # examples/entra-provisioning-agent.remedy:62: when not others.exists { ensure updater_entry absent when not updater_entry.exists { ensure updater absent } }
      $when2 = Guard 'not others.exists' -Reads @('package name matches ^microsoft .*(connect health|authentication) agent') {
        -not (Read-Package -Where { Test-Match $_.Name '^Microsoft .*(Connect Health|Authentication) Agent' } -Property 'exists')
      }
      if ($when2 -eq $true) {
        # examples/entra-provisioning-agent.remedy:63: ensure updater_entry absent
        Ensure 'stale.3' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$ is absent' -On 'package name matches ^microsoft (entra|entra connect|azure ad connect) agent updater$' {
          Test-Package -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$' } -Absent
        }
        # examples/entra-provisioning-agent.remedy:64: when not updater_entry.exists { ensure updater absent }
        $when3 = Guard 'not updater_entry.exists' -Reads @('package name matches ^microsoft (entra|entra connect|azure ad connect) agent updater$') {
          -not (Read-Package -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$' } -Property 'exists')
        }
        if ($when3 -eq $true) {
          # examples/entra-provisioning-agent.remedy:65: ensure updater absent
          Ensure 'stale.4' 'service AzureADConnectAgentUpdater is absent' -On 'service azureadconnectagentupdater' {
            Test-Service -Name 'AzureADConnectAgentUpdater' -Absent
          }
        }
      }
      # examples/entra-provisioning-agent.remedy:68: ensure agent_entry absent
      Ensure 'stale.5' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$ is absent' -On 'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent$' {
        Test-Package -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' } -Absent
      }
      # examples/entra-provisioning-agent.remedy:69: ensure product absent
      Ensure 'stale.6' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is absent' -On 'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent package$' -Provides @(
        'service aadconnectprovisioningagent',
        'service azureadconnectagentupdater',
        'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent$'
      ) {
        $splat = @{
          Where  = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' }
          Absent = $true
        }
        Test-Package @splat
      }
      # examples/entra-provisioning-agent.remedy:70: when not agent_entry.exists and not product.exists { ensure agent absent }
      $when4 = Guard 'not agent_entry.exists and not product.exists' -Reads @(
        'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent$',
        'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent package$'
      ) {
        (-not (Read-Package -Where {
          Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$'
        } -Property 'exists')) -and
          (-not (Read-Package -Where {
            Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$'
          } -Property 'exists'))
      }
      if ($when4 -eq $true) {
        # examples/entra-provisioning-agent.remedy:71: ensure agent absent
        Ensure 'stale.7' 'service AADConnectProvisioningAgent is absent' -On 'service aadconnectprovisioningagent' {
          Test-Service -Name 'AADConnectProvisioningAgent' -Absent
        }
      }
      Exit-Block
    }
  }
  Step 'restart' 'Restart before setup runs' {
    # examples/entra-provisioning-agent.remedy:77: reboot when reboot.pending or restart_after_cleanup and changed
    Reboot 'restart.1' -Text 'reboot.pending or restart_after_cleanup and changed' -Reads @('reboot') { Read-Reboot -Property 'pending' }
  }
  Step 'install' 'Run the installer silently' {
    # examples/entra-provisioning-agent.remedy:81: ensure product present { source: installer signed_by: signer arguments: ["/quiet", "/norestart"] provides: [agent, up...
    Ensure 'install.1' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is present' -On 'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent package$' -Provides @(
      'service aadconnectprovisioningagent',
      'service azureadconnectagentupdater',
      'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent$'
    ) {
      $splat = @{
        Where    = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' }
        Matching = 'name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$'
        Provides = [ordered]@{
          'service AADConnectProvisioningAgent' = { Read-Service -Name 'AADConnectProvisioningAgent' -Property 'exists' }
          'service AzureADConnectAgentUpdater' = { Read-Service -Name 'AzureADConnectAgentUpdater' -Property 'exists' }
          'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' = {
            $splat = @{
              Where    = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' }
              Property = 'exists'
            }
            Read-Package @splat
          }
        }
      }
      Test-Package @splat
    }
    # examples/entra-provisioning-agent.remedy:91: ensure agent { state: running, startup: automatic }
    Ensure 'install.2' 'service AADConnectProvisioningAgent: state running, startup automatic' -On 'service aadconnectprovisioningagent' {
      Test-Service -Name 'AADConnectProvisioningAgent' -State 'running' -Startup 'automatic'
    }
    # examples/entra-provisioning-agent.remedy:92: ensure updater { state: running }
    Ensure 'install.3' 'service AzureADConnectAgentUpdater: state running' -On 'service azureadconnectagentupdater' {
      Test-Service -Name 'AzureADConnectAgentUpdater' -State 'running'
    }
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
