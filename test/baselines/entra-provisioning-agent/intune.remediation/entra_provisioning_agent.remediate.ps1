<#
.SYNOPSIS
    Microsoft Entra provisioning agent: repair setup error 0x80070643: repairs what deviates
.DESCRIPTION
    Repairs a Microsoft Entra provisioning agent whose setup fails with 0x80070643: its service may not log on as a service, or a stale
    installation is in the way. Does what the support answer asks a person to do, in its order.
.NOTES
    Remedy    entra_provisioning_agent 1.0.0
    Publisher Identity operations
    Target    intune.remediation, remediate
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
[CmdletBinding(SupportsShouldProcess)]
param()
try {
  # Only modules of PowerShell itself are found, whatever the environment says.
  $env:PSModulePath = "$PSHOME\Modules"
  # In constrained language calls of .NET fail; what follows here are commands only.
  if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    Write-Error 'BLOCKED entra_provisioning_agent 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)' -ErrorAction Continue
    Write-Output 'BLOCKED entra_provisioning_agent 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
    exit 1
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
    Role = 'remediate'
    Target = 'intune.remediation'
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

function Add-LogText {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)
  [IO.File]::AppendAllText($Path, $Text, [Text.Encoding]::ASCII)
}

function Add-ProtectedFolder {
  param([Parameter(Mandatory)] [string] $Path)
  $security = [Security.AccessControl.DirectorySecurity]::new()
  $security.SetSecurityDescriptorSddlForm('O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
  $folder = [IO.DirectoryInfo]::new($Path)
  $extension = 'System.IO.FileSystemAclExtensions' -as [type]
  if ($null -ne $extension) { $extension::Create($folder, $security) } else { $folder.Create($security) }
}

function Clear-LogFile {
  param([Parameter(Mandatory)] [string] $Path)
  [IO.File]::Delete($Path)
}

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

function Find-LogFile {
  param([Parameter(Mandatory)] [string] $Folder, [Parameter(Mandatory)] [string] $Pattern)
  $directory = [IO.DirectoryInfo]::new($Folder)
  if ($directory.Exists) {
    foreach ($file in $directory.GetFiles($Pattern)) { [pscustomobject]@{ Path = $file.FullName; Length = $file.Length; Time = $file.LastWriteTimeUtc } }
  }
}

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

function Find-Process {
  param([Parameter(Mandatory, ParameterSetName = 'Name')] [string] $Name, [Parameter(Mandatory, ParameterSetName = 'Id')] [int] $Id)
  $processes = if ($PSCmdlet.ParameterSetName -eq 'Name') { [Diagnostics.Process]::GetProcessesByName($Name) }
  else {
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
      $length = if ([IntPtr]::Size -eq 8) { 48 } else { 36 }
      for ($index = 0; $index -lt $count; $index++) { $marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $index * $length)) }
    }
    finally { $marshal::FreeHGlobal($buffer) }
  }
}

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

function Get-AccountSid {
  param([Parameter(Mandatory)] [string] $Name)
  try { [Security.Principal.NTAccount]::new($Name).Translate([Security.Principal.SecurityIdentifier]).Value }
  catch [Security.Principal.IdentityNotMappedException] { $null }
}

function Get-Clock {
  [datetime]::UtcNow
}

function Get-ComputerMembership {
  $system = Get-CimInstance -ClassName Win32_ComputerSystem -Property PartOfDomain, Domain, TotalPhysicalMemory -OperationTimeoutSec 20
  [pscustomobject]@{ PartOfDomain = [bool]$system.PartOfDomain; Domain = [string]$system.Domain; TotalPhysicalMemory = [long]$system.TotalPhysicalMemory }
}

function Get-ConfigMgrRestart {
  $answer = Invoke-CimMethod -Namespace 'root\ccm\ClientSDK' -ClassName CCM_ClientUtilities -MethodName DetermineIfRebootPending -OperationTimeoutSec 20 -WhatIf:$false -Confirm:$false
  if ($answer.ReturnValue -ne 0) { throw "DetermineIfRebootPending returned $($answer.ReturnValue)" }
  [bool]$answer.RebootPending -or [bool]$answer.IsHardRebootPending
}

function Get-FileByte {
  param([Parameter(Mandatory)] [string] $Path, [long] $Offset = 0, [Parameter(Mandatory)] [int] $Count)
  $share = [IO.FileShare]'ReadWrite, Delete'
  $stream = [IO.File]::Open($Path, [IO.FileMode]::Open, [IO.FileAccess]::Read, $share)
  try {
    $start = if ($Offset -lt 0) { [Math]::Max([long]0, $stream.Length + $Offset) } else { $Offset }
    [void]$stream.Seek($start, [IO.SeekOrigin]::Begin)
    $buffer = [byte[]]::new([int][Math]::Max([long]0, [Math]::Min([long]$Count, $stream.Length - $start)))
    $filled = 0
    while ($filled -lt $buffer.Length) {
      $read = $stream.Read($buffer, $filled, $buffer.Length - $filled)
      if ($read -eq 0) { break }
      $filled += $read
    }
    , $buffer
  }
  finally { $stream.Dispose() }
}

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

function Get-LogLength {
  param([Parameter(Mandatory)] [string] $Path)
  $file = [IO.FileInfo]::new($Path)
  if ($file.Exists) { $file.Length } else { [long]0 }
}

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

function Get-MemoryModule {
  Get-CimInstance -ClassName Win32_PhysicalMemory -Property Capacity -OperationTimeoutSec 20 | ForEach-Object { [long]$_.Capacity }
}

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

function Get-RsopGpoName {
  param([Parameter(Mandatory)] [string] $GpoId, [string] $Account = '')
  $space = if ($Account -eq '') { 'root\rsop\computer' } else { 'root\rsop\user\' + $Account.Replace('-', '_') }
  $filter = "id = '{0}'" -f $GpoId.Replace('\', '\\').Replace("'", "\'")
  Get-CimInstance -Namespace $space -ClassName RSOP_GPO -Filter $filter -OperationTimeoutSec 20 | ForEach-Object { $_.name }
}

function Get-RsopRegistrySetting {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name, [string] $Account = '')
  $space = if ($Account -eq '') { 'root\rsop\computer' } else { 'root\rsop\user\' + $Account.Replace('-', '_') }
  $quoted = foreach ($text in $Path, $Name) { $text.Replace('\', '\\').Replace("'", "\'") }
  $filter = "precedence = 1 AND registryKey = '{0}' AND valueName = '{1}'" -f $quoted
  Get-CimInstance -Namespace $space -ClassName RSOP_RegistryPolicySetting -Filter $filter -OperationTimeoutSec 20 |
    ForEach-Object { [pscustomobject]@{ GpoId = $_.GPOID; Deleted = $_.deleted; Type = $_.valueType; Data = [byte[]]@($_.value) } }
}

function Get-RsopUserRight {
  param([Parameter(Mandatory)] [ValidatePattern('^Se[A-Za-z]+$')] [string] $Right)
  Get-CimInstance -Namespace 'root\rsop\computer' -ClassName RSOP_UserPrivilegeRight -Filter "UserRight = '$Right' AND Precedence = 1" -OperationTimeoutSec 20 |
    ForEach-Object { [pscustomobject]@{ GpoId = [string]$_.GPOID; Accounts = [string[]]@($_.AccountList) } }
}

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
      if ($api::QueryServiceConfig2W($handle, 3, $buffer, $size, [ref]$needed) -ne 0) { $configuration.Delayed = $marshal::ReadInt32($buffer, 0) -ne 0 }
      elseif ($configuration.StartType -eq 2) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
      $configuration
    }
    finally { $marshal::FreeHGlobal($buffer) }
  }
}

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
      OwnProcess      = ([BitConverter]::ToInt32($buffer, 0) -band 0x30) -eq 0x10
      ExitCode        = [BitConverter]::ToInt32($buffer, 12)
      ServiceExitCode = [BitConverter]::ToInt32($buffer, 16)
      ProcessId       = [BitConverter]::ToInt32($buffer, 28)
    }
  }
}

function Get-SpecialFolder {
  param([Parameter(Mandatory)] [string] $Name)
  [Environment]::GetFolderPath([Environment+SpecialFolder]$Name)
}

function Get-Tick {
  [long]([Diagnostics.Stopwatch]::GetTimestamp() * 1000.0 / [Diagnostics.Stopwatch]::Frequency)
}

function Get-UserRightHolder {
  param([Parameter(Mandatory)] [string] $Right)
  Open-LsaPolicy -Right $Right -Access 0x801 -Body {
    param($api, $policy, $string)
    $buffer = [IntPtr]::Zero
    $count = 0
    $status = $api::LsaEnumerateAccountsWithUserRight($policy, $string, [ref]$buffer, [ref]$count)
    if ($status -eq 0x8000001A) { return }
    if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
    try {
      for ($index = 0; $index -lt $count; $index++) {
        $sid = [Runtime.InteropServices.Marshal]::ReadIntPtr($buffer, $index * [IntPtr]::Size)
        [Security.Principal.SecurityIdentifier]::new($sid).Value
      }
    }
    finally { [void]$api::LsaFreeMemory($buffer) }
  }
}

function Get-UserSid {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  try { $identity.User.Value } finally { $identity.Dispose() }
}

function Grant-UserRight {
  param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [string] $Sid)
  Open-LsaPolicy -Right $Right -Access 0x811 -Body {
    param($api, $policy, $string)
    $identifier = [Security.Principal.SecurityIdentifier]::new($Sid)
    $bytes = [byte[]]::new($identifier.BinaryLength)
    $identifier.GetBinaryForm($bytes, 0)
    $status = $api::LsaAddAccountRights($policy, $bytes, $string, 1)
    if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
  }
}

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
    if ($api::CreateProcessW($Path, $commandText, $zero, $zero, 0, 0x8000404, $environmentText, [Environment]::SystemDirectory, $startup, $information) -eq 0) {
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
    $clock = [Diagnostics.Stopwatch]::StartNew()
    while (($waited = $api::WaitForSingleObject($process, 1000)) -eq 258 -and $clock.Elapsed -lt $Timeout) { $null = $waited }
    $timedOut = $waited -ne 0
    if ($timedOut) {
      [void]$api::TerminateJobObject($job, 1460)
      [void]$api::WaitForSingleObject($process, 30000)
    }
    else {
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

function Invoke-ServiceStart {
  param([Parameter(Mandatory)] [string] $Name)
  $code = Open-Service -Name $Name -Access 0x10 -Body {
    param($api, $handle)
    if ($api::StartServiceW($handle, 0, [IntPtr]::Zero) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
  }
  if ($null -eq $code) { 1060 } else { $code }
}

function Invoke-ServiceStop {
  param([Parameter(Mandatory)] [string] $Name)
  $code = Open-Service -Name $Name -Access 0x20 -Body {
    param($api, $handle)
    $status = [byte[]]::new(28)
    if ($api::ControlService($handle, 1, $status) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
  }
  if ($null -eq $code) { 1060 } else { $code }
}

function Invoke-WidePowerShell {
  param([Parameter(Mandatory)] [string[]] $Argument)
  $program = [Environment]::GetFolderPath([Environment+SpecialFolder]::Windows) + '\Sysnative\WindowsPowerShell\v1.0\powershell.exe'
  & $program @Argument
  [int]$LASTEXITCODE
}

function Move-Log {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Destination)
  [IO.File]::Delete($Destination)
  [IO.File]::Move($Path, $Destination)
}

function Open-LockFile {
  param([Parameter(Mandatory)] [string] $Path)
  try { [IO.File]::Open($Path, [IO.FileMode]::OpenOrCreate, [IO.FileAccess]::ReadWrite, [IO.FileShare]::None) }
  catch [IO.IOException] {
    if (@(32, 33) -notcontains ($_.Exception.GetBaseException().HResult -band 0xFFFF)) { throw }
  }
}

function Open-LsaPolicy {
  param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [int] $Access, [Parameter(Mandatory)] [scriptblock] $Body)
  $api = Get-LsaApi
  $marshal = [Runtime.InteropServices.Marshal]
  $policy = [IntPtr]::Zero
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

function Open-RegistryHive {
  param([Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU', 'HKU')] [string] $Hive, [ValidateSet(64, 32)] [int] $View = 64)
  $names = @{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' }
  [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]$names[$Hive], [Microsoft.Win32.RegistryView]"Registry$View")
}

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

function Open-SourceFile {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [scriptblock] $Body)
  $stream = [IO.File]::Open($Path, [IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]::Read)
  try { & $Body } finally { $stream.Dispose() }
}

function Test-Elevation {
  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
  try { [Security.Principal.WindowsPrincipal]::new($identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator) }
  finally { $identity.Dispose() }
}

function Test-FileEntry {
  param([Parameter(Mandatory)] [string] $Path)
  [IO.File]::Exists($Path)
}

function Test-InstallerBusy {
  $mutex = $null
  $held = $true
  try {
    if (-not [Threading.Mutex]::TryOpenExisting('Global\_MSIExecute', [ref]$mutex)) { return $false }
    try { $free = $mutex.WaitOne(0) } catch [Threading.AbandonedMutexException] { $free = $true }
    if ($free) { $mutex.ReleaseMutex() }
    $held = -not $free
  }
  catch [UnauthorizedAccessException] { $held = $true }
  finally { if ($null -ne $mutex) { $mutex.Dispose() } }
  $held
}

function Test-NarrowHost {
  [Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess
}

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

function Uninstall-Service {
  param([Parameter(Mandatory)] [string] $Name)
  $code = Open-Service -Name $Name -Access 0x10000 -Body {
    param($api, $handle)
    if ($api::DeleteService($handle) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
  }
  if ($null -eq $code) { 1060 } else { $code }
}

function Wait-Moment {
  param([Parameter(Mandatory)] [int] $Milliseconds)
  Start-Sleep -Milliseconds $Milliseconds
}

function Write-ErrorText {
  param([Parameter(Mandatory)] [string] $Text)
  [Console]::Error.WriteLine($Text)
}

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

function Write-ServiceDelay {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [bool] $Delayed)
  $code = Open-Service -Name $Name -Access 0x2 -Body {
    param($api, $handle)
    if ($api::ChangeServiceConfig2W($handle, 3, [BitConverter]::GetBytes([int]$Delayed)) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
  }
  if ($null -eq $code) { 1060 } else { $code }
}

function Add-AccountName {
  param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Text)
  $found = [regex]::Matches($Text, 'S-1-[0-9]+(?:-[0-9]+)+(?! \()')
  for ($index = $found.Count - 1; $index -ge 0; $index--) {
    $sid = $found[$index].Value
    if ($script:Remedy.Accounts.ContainsKey($sid)) { $Text = $Text.Insert($found[$index].Index + $sid.Length, ' (' + $script:Remedy.Accounts[$sid] + ')') }
  }
  $Text
}

function Add-Barrier {
  param([Parameter(Mandatory)] [string] $Id)
  if ($script:Remedy.Barriers.Count -gt 0) { $null = $script:Remedy.Barriers.Pop() }
  $script:Remedy.Barriers.Push($Id)
}

function Add-Pending {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Cause)
  foreach ($identity in @($Item.On) + @($Item.Provides)) {
    if (-not $script:Remedy.Pending.ContainsKey($identity)) { $script:Remedy.Pending[$identity] = $Cause }
  }
}

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

function Add-Spoiled {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Outcome)
  $identities = @($Item.Provides)
  if ($Outcome -ne 'blocked') { $identities += @($Item.On) }
  foreach ($identity in $identities) {
    if (-not $script:Remedy.Spoiled.ContainsKey($identity)) { $script:Remedy.Spoiled[$identity] = $Item.Id }
  }
}

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

function Clear-SavedMark {
  param([Parameter(Mandatory)] [string] $Name, [switch] $Session)
  $table = if ($Session) { $script:Remedy.Session } else { $script:Remedy.Marks }
  if ($table.Remove($Name)) { Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Session:$Session }
}

function Clear-Stale {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Name)
  foreach ($mark in $Name) { Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $mark }
}

function Close-Lock {
  if ($script:Remedy.ContainsKey('Lock') -and $null -ne $script:Remedy.Lock) {
    $script:Remedy.Lock.Dispose()
    $script:Remedy.Lock = $null
  }
}

function Complete-Early {
  param([Parameter(Mandatory)] [ValidateSet('blocked', 'failed', 'busy')] [string] $Outcome, [Parameter(Mandatory)] [string] $Why)
  $script:Remedy['End'] = @{ Outcome = $Outcome; Why = $Why }
  throw $Why
}

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

function Confirm-Bitness {
  if (-not (Test-NarrowHost)) { return }
  if ([string]::IsNullOrEmpty($PSCommandPath)) { Complete-Early -Outcome 'failed' -Why '64-bit PowerShell needed' }
  $code = 1
  foreach ($line in Invoke-WidePowerShell -Argument (Get-RestartArgument -Path $PSCommandPath)) {
    if ($line -is [int]) { $code = $line } else { $line }
  }
  exit $code
}

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
  $writer = Find-ForeignWriter -Security $security -Access 0x500D0156 -Inheritable
  if ($writer) { throw "folder $Path may be changed by $writer; remove it" }
}

function Confirm-Right {
  if ($script:Remedy.Context -eq 'system' -and -not (Test-Elevation)) { Complete-Early -Outcome 'failed' -Why 'administrator''s rights are needed; nothing was changed' }
}

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

function ConvertTo-Line {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [string] $Text, [int] $Limit = 600)
  $line = [regex]::Replace($Text, '\s+', ' ').Trim()
  $line = [regex]::Replace($line, '[^\x20-\x7E]', '?').Replace(']LOG]', '] LOG]')
  if ($line.Length -gt $Limit) { $line.Substring(0, $Limit - 3) + '...' } else { $line }
}

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

function Enter-Block {
  $script:Remedy.Barriers.Push((Get-Barrier))
}

function Exit-Block {
  $null = $script:Remedy.Barriers.Pop()
}

function Expand-Path {
  param([Parameter(Mandatory, Position = 0)] [string] $Path)
  [regex]::Replace($Path, '%([^%]+)%', [Text.RegularExpressions.MatchEvaluator] {
      param($found)
      Get-PathVariable -Name $found.Groups[1].Value
    })
}

function Find-Blocker {
  param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [pscustomobject] $RemedyVerdict)
  if ($script:Remedy.Session.ContainsKey('Restart ' + $RemedyItem.Id)) { return NeedsRestart ('waiting for restart: ' + $RemedyVerdict.Why) }
  $RemedyFound = Get-SpentText
  if ($RemedyFound -eq '' -and $null -ne $RemedyItem['Blocker']) { $RemedyFound = Measure-Blocker -RemedyBlocker $RemedyItem['Blocker'] }
  if ($RemedyFound -eq '') { return $RemedyVerdict }
  [pscustomobject]@{ RemedycVerdict = 'blocked'; Why = $RemedyVerdict.Why + ': ' + $RemedyFound }
}

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

function Find-ForeignWriter {
  param([Parameter(Mandatory)] [pscustomobject] $Security, [Parameter(Mandatory)] [int] $Access, [switch] $Inheritable)
  foreach ($rule in $Security.Rules) {
    if (-not $rule.Allow -or ($rule.InheritOnly -and -not $Inheritable) -or ($rule.Rights -band $Access) -eq 0) { continue }
    if (-not (Test-TrustedSid -Sid $rule.Sid)) { return $rule.Sid }
  }
}

function Format-Duration {
  param([Parameter(Mandatory)] [timespan] $Duration)
  $milliseconds = [long][Math]::Round($Duration.TotalMilliseconds)
  $units = [ordered]@{ d = 86400000; h = 3600000; m = 60000; s = 1000 }
  foreach ($unit in $units.Keys) {
    if ($milliseconds -ne 0 -and $milliseconds % $units[$unit] -eq 0) { return '{0}{1}' -f ($milliseconds / $units[$unit]), $unit }
  }
  "$milliseconds`ms"
}

function Get-Barrier {
  if ($script:Remedy.Barriers.Count -eq 0) { '' } else { $script:Remedy.Barriers.Peek() }
}

function Get-ClockText {
  (Get-Clock).ToString('o', [Globalization.CultureInfo]::InvariantCulture)
}

function Get-DetectOutcome {
  if ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
  elseif ((Get-OutcomeCount -Outcome 'failed') -gt 0) { 'failed' }
  elseif ((Get-OutcomeCount -Outcome 'blocked', 'restart', 'waiting') -gt 0) { 'blocked' }
  else { 'compliant' }
}

function Get-EndReason {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  $end = if ($script:Remedy.ContainsKey('End')) { $script:Remedy['End'] }
  else { @{ Outcome = 'failed'; Why = 'unexpected: ' + (Get-FailureText -Failure $Failure) + (Get-FailurePlace -Failure $Failure) } }
  $word = if ($end.Outcome -eq 'blocked') { 'BLOCKED' } else { 'FAILED' }
  $why = ConvertTo-Line $end.Why
  @{ Outcome = $end.Outcome; Why = $why; Line = '{0} {1} {2} | {3}' -f $word, $script:Remedy.Name, $script:Remedy.Version, $why }
}

function Get-FailurePlace {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  if ($null -ne $Failure.InvocationInfo) { " (line $($Failure.InvocationInfo.ScriptLineNumber))" } else { '' }
}

function Get-FailureText {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  $message = $Failure.Exception.GetBaseException().Message
  if ([string]::IsNullOrWhiteSpace($message)) { $message = $Failure.Exception.GetType().Name }
  ConvertTo-Line $message
}

function Get-Fingerprint {
  $script:Remedy.Fingerprint
}

function Get-FixedText {
  param([Parameter(Mandatory)] [int] $Total)
  $count = Get-OutcomeCount -Outcome 'fixed'
  if ($count -eq 0) { return '' }
  $steps = [Collections.Generic.List[string]]::new()
  foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'fixed' -and -not $steps.Contains($record.Step)) { $steps.Add($record.Step) } }
  '{0} of {1} fixed: {2}' -f $count, $Total, ($steps -join ', ')
}

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

function Get-MarkAge {
  param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)
  $time = [datetime]::MinValue
  $culture = [Globalization.CultureInfo]::InvariantCulture
  if ([datetime]::TryParseExact($Text, 'o', $culture, [Globalization.DateTimeStyles]::RoundtripKind, [ref]$time)) { ((Get-Clock) - $time).Duration() }
}

function Get-MarkHive {
  if ($script:Remedy.Context -eq 'user') { 'HKCU' } else { 'HKLM' }
}

function Get-NameOrder {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [AllowNull()] [object[]] $Element)
  $keys = @(foreach ($one in $Element) {
      if ($one -is [Management.Automation.PSCustomObject] -and $null -ne $one.PSObject.Members['Name']) { [string]$one.Name }
    })
  if ($keys.Count -ne $Element.Count) { return $Element }
  $places = [string[]]@(for ($index = 0; $index -lt $keys.Count; $index++) { '{0}{1}{2:d8}' -f $keys[$index], [char]0, $index })
  [Array]::Sort($places, [StringComparer]::OrdinalIgnoreCase)
  foreach ($place in $places) { $Element[[int]$place.Substring($place.Length - 8)] }
}

function Get-OutcomeCount {
  param([Parameter(Mandatory)] [string[]] $Outcome)
  $count = 0
  foreach ($record in $script:Remedy.Records) { if ($Outcome -contains $record.Outcome) { $count++ } }
  $count
}

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

function Get-RepairFailure {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure, [Parameter(Mandatory)] [string] $Label)
  $text = Get-FailureText -Failure $Failure
  $cause = $Failure.Exception.GetBaseException()
  $ours = $cause.GetType() -eq [Management.Automation.RuntimeException] -or
    ($cause -is [ComponentModel.Win32Exception] -and $cause.Message -cne [ComponentModel.Win32Exception]::new(([ComponentModel.Win32Exception]$cause).NativeErrorCode).Message)
  if ($ours) { $text } else { "${Label}: $text" }
}

function Get-RepairOutcome {
  $failed = @(foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'failed') { $record } })
  if ($failed.Count -gt 0) { if (@($failed | Where-Object { -not $_.Busy }).Count -eq 0) { 'busy' } else { 'failed' } }
  elseif ((Get-OutcomeCount -Outcome 'blocked') -gt 0) { 'blocked' }
  elseif ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
  elseif ($script:Remedy.RestartNeeded -or (Get-OutcomeCount -Outcome 'restart') -gt 0) { 'restart' }
  else { 'compliant' }
}

function Get-RestartArgument {
  param([Parameter(Mandatory)] [string] $Path)
  '-NoProfile', '-NonInteractive', '-File', $Path
  foreach ($name in 'Force', 'WhatIf', 'Confirm', 'Verbose') {
    if ($script:Remedy['Bound'].ContainsKey($name) -and $script:Remedy['Bound'][$name]) { "-$name" }
  }
}

function Get-SourceId {
  param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Id)
  $bracket = $Id.IndexOf([char]'[')
  if ($bracket -lt 0) { $Id } else { $Id.Substring(0, $bracket) }
}

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

function Get-StepRecord {
  param([Parameter(Mandatory)] [string[]] $Outcome)
  for ($index = $script:Remedy.StepStart; $index -lt $script:Remedy.Records.Count; $index++) {
    if ($Outcome -contains $script:Remedy.Records[$index].Outcome) { $script:Remedy.Records[$index] }
  }
}

function Get-StoppedName {
  $names = @(foreach ($mark in $script:Remedy.Session.Keys) { if ($mark -like 'Stopped *') { $mark.Substring(8) } })
  foreach ($name in $names) { if ($script:Remedy.Session["Stopped $name"] -eq $name) { $name } }
  foreach ($name in $names) { if ($script:Remedy.Session["Stopped $name"] -ne $name) { $name } }
}

function Get-SummaryLine {
  param([Parameter(Mandatory)] [string] $Outcome, [int] $Limit = 2048)
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
  $script:Remedy['Left'] = @(Get-StoppedName)
  if (-not $script:Remedy.Preview) { Clear-Stale -Name $stale }
}

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

function Measure-Blocker {
  param([Parameter(Mandatory)] [scriptblock] $RemedyBlocker)
  try { Measure-Reason -RemedyBlock $RemedyBlocker }
  catch { 'what stands in the way of a fix cannot be read: ' + (Get-FailureText -Failure $_) }
}

function Measure-Condition {
  param([Parameter(Mandatory)] [scriptblock] $RemedyCondition)
  $RemedyOutput = @(& $RemedyCondition)
  if ($RemedyOutput.Count -ne 1 -or $RemedyOutput[0] -isnot [bool]) { throw "the condition gave $($RemedyOutput.Count) values instead of one of true and false" }
  $RemedyOutput[0]
}

function Measure-Reason {
  param([Parameter(Mandatory)] [scriptblock] $RemedyBlock)
  $RemedyOutput = @(& $RemedyBlock)
  if ($RemedyOutput.Count -eq 0) { return '' }
  if ($RemedyOutput.Count -eq 1 -and $RemedyOutput[0] -is [string] -and $RemedyOutput[0].Trim() -ne '') { return $RemedyOutput[0] }
  $RemedyName = [regex]::Match([string]$RemedyBlock, '(?m)^\s*([A-Z][A-Za-z]+-[A-Za-z0-9]+)').Groups[1].Value
  $RemedyGiven = if ($RemedyOutput.Count -eq 1) { '1 value that is no text' } else { "$($RemedyOutput.Count) values" }
  throw "$RemedyName gave $RemedyGiven instead of nothing or one reason"
}

function Measure-Verdict {
  param([Parameter(Mandatory)] [string] $RemedyLabel, [Parameter(Mandatory)] [scriptblock] $RemedyTest)
  try { $RemedyWhy = Measure-Reason -RemedyBlock $RemedyTest }
  catch { return [pscustomobject]@{ RemedycVerdict = 'blocked'; Why = "'$RemedyLabel' cannot be read: " + (Get-FailureText -Failure $_) } }
  [pscustomobject]@{ RemedycVerdict = $(if ($RemedyWhy -eq '') { 'holds' } else { 'deviates' }); Why = $RemedyWhy }
}

function NeedsRestart {
  param([Parameter(Mandatory, Position = 0)] [string] $Why)
  [pscustomobject]@{ RemedycVerdict = 'restart'; Why = $Why }
}

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

function Resolve-Account {
  param([Parameter(Mandatory, Position = 0)] [string] $Account)
  if ($Account -match '^S-1-[0-9]+(-[0-9]+)+$') { return $Account.ToUpperInvariant() }
  $sid = Get-AccountSid -Name ($Account -replace '^\.\\', '')
  if ([string]::IsNullOrEmpty($sid)) { throw "this machine knows no account '$Account'" }
  $sid
}

function Resolve-Item {
  param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [scriptblock] $RemedyTest)
  $script:Remedy.Resources.AddRange([string[]](@($RemedyItem.On) + @($RemedyItem.Provides)))
  if (Resolve-Obstacle -Item $RemedyItem) { return }
  $RemedyVerdict = Measure-Verdict -RemedyLabel $RemedyItem.Label -RemedyTest $RemedyTest
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

function Resume-Left {
  if (@($script:Remedy.Left).Count -eq 0) { return }
  $script:Remedy.Halt = ''
  Step 'resume' 'Start again what was stopped' {
    foreach ($RemedyLeft in $script:Remedy.Left) {
      if (-not $script:Remedy.Session.ContainsKey("Stopped $RemedyLeft")) { continue }
      Ensure "resume.$RemedyLeft" "service $RemedyLeft runs again" -On "service $RemedyLeft" { Test-Resumed -Name $RemedyLeft } { Wait-ServiceStart -Name $RemedyLeft }
      if (-not $script:Remedy.Preview -and -not (Test-Resumed -Name $RemedyLeft)) { Clear-SavedMark -Name "Stopped $RemedyLeft" -Session }
    }
  }
}

function Save-Fingerprint {
  $fingerprint = Get-Fingerprint
  if (-not $script:Remedy.Marks.ContainsKey('Fingerprint') -or $script:Remedy.Marks['Fingerprint'] -cne $fingerprint) { Save-Mark -Name 'Fingerprint' -Value $fingerprint }
}

function Save-LastRun {
  param([Parameter(Mandatory)] [string] $Line)
  if (-not $script:Remedy['Lasting']) { return }
  try { Save-Mark -Name 'LastRun' -Value ((Get-ClockText) + ' ' + $Line) }
  catch { Write-Note -Text ('the summary could not be kept: ' + (Get-FailureText -Failure $_)) -Severity 2 }
}

function Save-Mark {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $Value, [switch] $Session)
  $table = if ($Session) { $script:Remedy.Session } else { $script:Remedy.Marks }
  if ($Name -like 'Check *' -or $Name -like 'Failed*') { Save-Fingerprint }
  Write-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $Name -Value $Value -Session:$Session
  $table[$Name] = $Value
}

function Save-Stopped {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Name, [Parameter(Mandatory)] [string] $Cause)
  foreach ($one in $Name) { Save-Mark -Name "Stopped $one" -Value $Cause -Session }
}

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

function Test-Asked {
  param([Parameter(Mandatory)] [string] $Id)
  $script:Remedy.Marks.ContainsKey("Asked $Id") -and -not $script:Remedy.Session.ContainsKey("Asked $Id")
}

function Test-BusyFailure {
  param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
  $cause = $Failure.Exception.GetBaseException()
  $cause -is [ComponentModel.Win32Exception] -and ([ComponentModel.Win32Exception]$cause).NativeErrorCode -eq 1618
}

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

function Test-Match {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Text, [Parameter(Mandatory, Position = 1)] [string] $Pattern)
  if ($null -eq $Text) { return $false }
  [regex]::IsMatch([string]$Text, $Pattern, [Text.RegularExpressions.RegexOptions]'IgnoreCase, CultureInvariant', [timespan]::FromSeconds(1))
}

function Test-RestartNeed {
  param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Value)
  $Value -is [Management.Automation.PSCustomObject] -and $null -ne $Value.PSObject.Members['RemedycVerdict']
}

function Test-Resumed {
  param([Parameter(Mandatory)] [string] $Name)
  $status = Get-SettledService -Name $Name -Timeout ([timespan]'00:00:30')
  if ($null -eq $status -or $status.State -notin 'stopped', 'stopping') { return }
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -eq $configuration -or $configuration.StartType -eq 4) { return }
  "service $(ConvertTo-Line $Name) was stopped by a run that was ended before it could start it again"
}

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

function Test-TrustedSid {
  param([Parameter(Mandatory)] [string] $Sid)
  $Sid -in 'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464' -or $Sid -match '^S-1-5-21-.+-(500|512|519)$' -or $Sid -eq (Get-UserSid)
}

function Use-Diagnosis {
  param([Parameter(Mandatory)] [scriptblock] $RemedyDiagnosis)
  $RemedyFailed = @(Get-StepRecord -Outcome 'failed')
  if ($RemedyFailed.Count -eq 0) { return }
  $script:Remedy['Finding'] = $RemedyFailed[0]
  try { $null = & $RemedyDiagnosis }
  catch { Write-Note -Text ('no diagnosis: ' + (Get-FailureText -Failure $_)) -Severity 2 }
  finally { $script:Remedy['Finding'] = $null }
}

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
    Save-Mark -Name $RemedyMark -Value (Get-ClockText) -Session
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

function Wait-Lock {
  param([Parameter(Mandatory)] [string] $Path)
  $end = (Get-Tick) + 600000
  while ($null -eq ($lock = Open-LockFile -Path $Path)) {
    if ((Get-Tick) -ge $end) { Complete-Early -Outcome 'busy' -Why 'another run of this remedy is still going after 10 minutes; nothing was changed' }
    Wait-Moment -Milliseconds 1000
  }
  $script:Remedy.Lock = $lock
}

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

function Write-Answer {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
  $code, $answer = $script:Remedy.Dialect[$Outcome]
  if ($answer -eq 'summary+error') { Write-ErrorText -Text $Line }
  if ($answer -like 'summary*') { Write-Output -InputObject $Line }
  elseif ($answer -like 'token:*') { Write-Output -InputObject $answer.Substring(6) }
  exit $code
}

function Write-ArmedRemark {
  if ($null -ne $script:Remedy.Armed) { Write-Remark -Id $script:Remedy.Armed.Id -Text ('a restart is due: ' + $script:Remedy.Armed.Label) }
}

function Write-DueRemark {
  foreach ($id in @($script:Remedy.Due)) {
    if (-not $script:Remedy.Session.ContainsKey("Due $id")) { continue }
    if (-not $script:Remedy.Preview) { $script:Remedy.RestartNeeded = $true }
    Write-Remark -Id $id -Text "a restart is due: $($script:Remedy.Session["Due $id"])"
  }
}

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

function Write-LogData {
  param([Parameter(Mandatory)] [Collections.Specialized.OrderedDictionary] $Data)
  if (-not $script:Remedy.ContainsKey('Run')) { return }
  $fields = [ordered]@{ time = Get-ClockText; run = $script:Remedy.Run; remedy = $script:Remedy.Name; version = $script:Remedy.Version }
  foreach ($name in $Data.Keys) { $fields[$name] = $Data[$name] }
  Write-LogFile -Ending '.jsonl' -Line (ConvertTo-JsonLine -Data $fields)
}

function Write-LogFile {
  param([Parameter(Mandatory)] [string] $Ending, [Parameter(Mandatory)] [string] $Line)
  if (-not $script:Remedy.ContainsKey('Log') -or $script:Remedy.Log -eq '') { return }
  try { Add-LogText -Path ($script:Remedy.Log + $Ending) -Text ($Line + "`r`n") }
  catch {
    $script:Remedy.Log = ''
    $script:Remedy.Remarks.Add('warning: no log, ' + (Get-FailureText -Failure $_))
  }
}

function Write-LogLine {
  param([Parameter(Mandatory)] [string] $Text, [int] $Severity = 1)
  $now = Get-Clock
  $culture = [Globalization.CultureInfo]::InvariantCulture
  $line = '<![LOG[{0}]LOG]!><time="{1}+000" date="{2}" component="{3}" context="" type="{4}" thread="{5}" file="">' -f $Text,
    $now.ToString('HH\:mm\:ss\.fff', $culture), $now.ToString('MM\-dd\-yyyy', $culture), $script:Remedy.Name, $Severity, $PID
  Write-LogFile -Ending '.log' -Line $line
}

function Write-Note {
  param([Parameter(Mandatory)] [string] $Text, [ValidateSet(1, 2, 3)] [int] $Severity = 1)
  $line = ConvertTo-Line $Text -Limit 2000
  Write-Verbose -Message $line
  Write-LogLine -Text $line -Severity $Severity
}

function Write-Plan {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
  Write-Record -Item $Item -Outcome 'deviates' -Why $Why
  $script:Remedy.Planned.Add($Item.Id)
  Add-Pending -Item $Item -Cause $Item.Id
}

function Write-Record {
  param(
    [Parameter(Mandatory)] [hashtable] $Item,
    [Parameter(Mandatory)] [string] $Outcome,
    [AllowEmptyString()] [string] $Why = '',
    [AllowEmptyString()] [string] $Behind = ''
  )
  Write-ItemLog -Record (Add-Record -Item $Item -Outcome $Outcome -Why $Why -Behind $Behind)
}

function Write-Remark {
  param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] [string] $Id)
  $line = ConvertTo-Line (Add-AccountName $Text)
  if ($script:Remedy.Remarks.Contains($line)) { return }
  $script:Remedy.Remarks.Add($line)
  Write-Note -Text ($Id + ': ' + $line)
}

function Write-Request {
  param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Outcome)
  $script:Remedy.Armed = $null
  Write-Record -Item $Item -Outcome $Outcome -Why ('restart first: ' + $Item.Label)
  $script:Remedy.Halt = $Item.Id
}

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

function Write-Summary {
  param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
  $severity = switch ($Outcome) { 'failed' { 3 } 'busy' { 3 } 'blocked' { 2 } default { 1 } }
  Write-LogLine -Text $Line -Severity $severity
  Write-LogData -Data ([ordered]@{ kind = 'summary'; outcome = $Outcome; summary = $Line; exitcode = [long]$script:Remedy.Dialect[$Outcome][0] })
}

function Write-Trouble {
  param(
    [Parameter(Mandatory)] [hashtable] $Item,
    [Parameter(Mandatory)] [string] $Outcome,
    [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why
  )
  Write-Record -Item $Item -Outcome $Outcome -Why $Why
  Add-Spoiled -Item $Item -Outcome $Outcome
}

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

function ConvertFrom-InstallerCode {
  param([Parameter(Mandatory)] [int] $Code)
  if (($Code -band 0xFFFF0000) -eq 0x80070000) { $Code -band 0xFFFF } else { $Code }
}

function ConvertTo-Argument {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [AllowEmptyString()] [string[]] $Argument)
  $parts = foreach ($one in $Argument) {
    if ($one -match '^[^\s"]+$') { $one }
    else { '"' + (($one -replace '(\\*)"', '$1$1\"') -replace '(\\+)$', '$1$1') + '"' }
  }
  @($parts) -join ' '
}

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

function ConvertTo-PackageVersion {
  param([Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [string] $Text)
  if ($Text -notmatch '^\s*[0-9]{1,9}(\.[0-9]{1,9}){0,3}\s*$') { return $null }
  $parts = @($Text.Trim().Split([char]'.')) + '0', '0', '0'
  [version]($parts[0..3] -join '.')
}

function ConvertTo-RegistryData {
  param([Parameter(Mandatory)] [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data, [string] $Type = '')
  if ($Type -eq '') {
    $Type = if ($Data -is [array]) { 'multi_string' } elseif ($Data -is [string]) { 'string' } else { 'dword' }
  }
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

function ConvertTo-ServiceAccount {
  param([Parameter(Mandatory)] [pscustomobject] $Configuration)
  if (($Configuration.Type -band 0x30) -eq 0) { return $null }
  switch ([string]$Configuration.Account) {
    { $_ -in '', 'LocalSystem', '.\LocalSystem', 'NT AUTHORITY\SYSTEM' } { return 'S-1-5-18' }
    'NT AUTHORITY\LocalService' { return 'S-1-5-19' }
    'NT AUTHORITY\NetworkService' { return 'S-1-5-20' }
  }
  Get-AccountSid -Name ($Configuration.Account -replace '^\.\\', '')
}

function ConvertTo-ServiceSid {
  param([Parameter(Mandatory)] [string] $Name)
  $hash = [Security.Cryptography.SHA1]::Create()
  try { $bytes = $hash.ComputeHash([Text.Encoding]::Unicode.GetBytes($Name.ToUpperInvariant())) } finally { $hash.Dispose() }
  'S-1-5-80-' + (@(for ($index = 0; $index -lt 20; $index += 4) { [BitConverter]::ToUInt32($bytes, $index) }) -join '-')
}

function ConvertTo-ServiceStartup {
  param([Parameter(Mandatory)] [pscustomobject] $Configuration)
  if ($Configuration.StartType -eq 2 -and $Configuration.Delayed) { return 'automatic_delayed' }
  @('boot', 'system', 'automatic', 'manual', 'disabled')[$Configuration.StartType]
}

function ConvertTo-ServiceState {
  param([Parameter(Mandatory)] [string] $State)
  if ($State -in 'pausing', 'continuing') { 'paused' } else { $State }
}

function Find-InstallerCause {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Log, [Parameter(Mandatory)] [datetime] $Since)
  $causes = @(foreach ($one in $Log) { try { Find-LogCause -Log $one } catch { Write-Note -Text "$($one.Path) could not be read: $(Get-FailureText -Failure $_)" } })
  $logons = @(if (@($causes | Where-Object { $_.Service -ne '' }).Count -eq 0) {
      try {
        $names = @(Get-StepService)
        foreach ($record in @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since $Since -Id 7041, 7038)) {
          if ($names.Count -eq 0 -or (Test-EventName -Record $record -Name $names)) { Format-EventRecord -Record $record }
        }
      }
      catch { Write-Note -Text "the System log could not be read: $(Get-FailureText -Failure $_)" }
    })
  $ranked = @(foreach ($rank in 0..4) { $causes | Where-Object { $_.Rank -eq $rank } })
  $texts = @(foreach ($cause in @($ranked | Select-Object -First 5)) {
      $right = if ($cause.Service -ne '') { Get-LogonEvidence -Name $cause.Service -Since $Since } else { '' }
      $cause.Text + $right + $cause.Place
    })
  @(@($logons) + @($texts) | Select-Object -Unique | Select-Object -First 5)
}

function Find-LogCause {
  param([Parameter(Mandatory)] [pscustomobject] $Log)
  $content = Read-LogText -Log $Log
  $text = $content.Text
  $rules = Get-InstallerRule
  $services = @($rules.Service.Keys) -join '|'
  $numbers = @($rules.Log.Keys) + @($rules.Service.Keys) -join '|'
  $seen = @{}
  $found = @(
    $errors = '(?:^|--\s)\D{0,40}?(?<number>' + $numbers + ')[.:\u3002]\s?(?<rest>[^\r\n]{0,500})|\b1: (?<number>' + $services + ') (?<rest>2: [^\r\n]{0,500})'
    foreach ($match in @(Find-LogMatch -Text $text -Pattern $errors)) {
      $number = [int]$match.Groups['number'].Value
      if (-not $seen.ContainsKey($number)) { $seen[$number] = 0 }
      if ($seen[$number] -ge 20) { continue }
      $seen[$number]++
      if ($rules.Service.ContainsKey($number)) {
        $names = @(Find-LogMatch -Text $match.Groups['rest'].Value -Pattern '\(([^()]{1,256})\)|3: ([^:]{1,256}?)(?: 4: |[ \t]{0,8}$)' -First 1)
        if ($names.Count -eq 0) { continue }
        $service = if ($names[0].Groups[1].Success) { $names[0].Groups[1].Value } else { $names[0].Groups[2].Value }
        @{ Rank = 0; Text = "MSI error $number, " + ($rules.Service[$number] -f (Format-Name $service)); At = $match.Groups['number'].Index; Service = $service }
      }
      else { @{ Rank = 1; Text = "MSI error $number, $($rules.Log[$number])"; At = $match.Groups['number'].Index; Service = '' } }
      $seen[$number] = 20
    }
    foreach ($action in @(Find-LogMatch -Text $text -Pattern 'CustomAction (?<name>[\w.]{1,80}) returned actual error code (?<code>-?\d{1,10})' -First 1)) {
      @{ Rank = 2; Text = "custom action $($action.Groups['name'].Value) returned $($action.Groups['code'].Value)"; At = $action.Groups['name'].Index; Service = '' }
    }
    foreach ($ended in @(Find-LogMatch -Text $text -Pattern '^[^\d\r\n]{1,80}\d{1,2}:\d{2}:\d{2}: (?<name>\w[\w.]{0,79})\. [^\d\r\n]{1,80} 3\.[ \t]{0,8}\r?$' -First 1)) {
      @{ Rank = 3; Text = "action $($ended.Groups['name'].Value) failed"; At = $ended.Groups['name'].Index; Service = '' }
    }
    $lead = '^\[[0-9A-Fa-f]{1,8}:[0-9A-Fa-f]{1,8}\]\[[^\]\r\n]{1,40}\]'
    $bundle = @(Find-LogMatch -Text $text -Pattern ($lead + 'i319: Applied execute package: (?<name>[^,\r\n]{1,256}), result: (?<code>0x[1-9A-Fa-f][0-9A-Fa-f]{0,7})\b') -First 5)
    if ($bundle.Count -eq 0) { $bundle = @(Find-LogMatch -Text $text -Pattern ($lead + 'e[0-9]{1,5}: Error (?<code>0x[1-9A-Fa-f][0-9A-Fa-f]{0,7}): ') -First 1) }
    foreach ($match in $bundle) {
      $code = ConvertFrom-InstallerCode -Code ([Convert]::ToInt32($match.Groups['code'].Value, 16))
      $what = if ($match.Groups['name'].Success) { "package $(Format-Name $match.Groups['name'].Value) of the bundle" } else { 'the bundle' }
      @{ Rank = 4; Text = "$what failed with $(Get-InstallerText -Code $code)"; At = $match.Groups['code'].Index; Service = '' }
    }
  )
  foreach ($one in $found) {
    $kind = if ($one.Rank -eq 4) { 'bundle log' } else { 'MSI log' }
    $before = $text.Substring(0, $one.At)
    $place = if ($content.Whole) { " ($kind line $($before.Length - $before.Replace("`n", '').Length + 1))" } else { " ($kind)" }
    [pscustomobject]@{ Rank = $one.Rank; Text = ConvertTo-Line $one.Text; Place = $place; Service = $one.Service }
  }
}

function Find-LogMatch {
  param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text, [Parameter(Mandatory)] [string] $Pattern, [int] $First = 5000)
  $budget = Get-SearchBudget
  if ($budget.Milliseconds -le 0) { return }
  $begin = Get-Tick
  $limit = [timespan]::FromMilliseconds([Math]::Min([long]5000, $budget.Milliseconds))
  try {
    $match = [regex]::Match($Text, $Pattern, [Text.RegularExpressions.RegexOptions]::Multiline, $limit)
    for ($count = 0; $match.Success -and $count -lt $First -and $budget.Matches -gt 0 -and (Get-Tick) - $begin -lt $budget.Milliseconds; $count++) {
      $budget.Matches--
      $match
      $match = $match.NextMatch()
    }
  }
  catch [Text.RegularExpressions.RegexMatchTimeoutException] { Write-Note -Text 'a log was searched for 5 s without an answer; its rest is left out' }
  finally { $budget.Milliseconds -= (Get-Tick) - $begin }
}

function Find-PackageBlocker {
  [CmdletBinding()]
  param(
    [string] $Name = '',
    [string] $ProductCode = '',
    [scriptblock] $Where,
    [pscustomobject] $Entry,
    [switch] $Absent,
    [string] $Source = '',
    [string] $SignedBy = '',
    [string] $Sha256 = '',
    [string[]] $RemoveArguments
  )
  if (-not $Absent) {
    if ($Source -eq '') { return 'the remedy names no source to install it from' }
    return Find-SourceBlocker -Path $Source -SignedBy $SignedBy -Sha256 $Sha256
  }
  $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
  foreach ($package in @(Select-Package @key)) {
    if ($package.Installer -ne 'msi' -and -not $package.QuietUninstallCommand -and ($null -eq $RemoveArguments -or -not $package.UninstallCommand)) {
      return "$(ConvertTo-Line $package.Name) has no silent uninstall command, give remove_arguments"
    }
  }
}

function Find-PathWriter {
  param([Parameter(Mandatory)] [string] $Path)
  $replace = 0x100D0040
  $write = $replace -bor 0x40000006
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

function Find-RegistryBlocker {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64, [AllowNull()] [pscustomobject] $Wanted)
  $gpo = Find-RegistryPolicy -Key $Key -Name $Name -View $View -Wanted $Wanted
  if ($gpo) { return "it is set by the Group Policy object '$gpo', change it there" }
  Find-RegistryWriteBlocker -Key $Key -View $View
}

function Find-RegistryPolicy {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64, [AllowNull()] [pscustomobject] $Wanted)
  $at = Split-RegistryKey -Key $Key
  $account = ''
  $path = $at.Path
  if ($at.Hive -eq 'HKU') { $account, $path = $path.Split([char[]]'\', 2) }
  $account = $account -replace '^Remedyc_', ''
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
    $script:Remedy[$unreadable] = $true
    Write-Note -Text "Group Policy could not be asked about ${Key}: $($_.Exception.GetBaseException().Message)"
  }
}

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

function Find-RegistryWriteBlocker {
  param([Parameter(Mandatory)] [string] $Key, [int] $View = 64)
  $at = Split-RegistryKey -Key $Key
  $path = $at.Path
  while ($path -ne '' -and -not (Test-RegistryPath -Hive $at.Hive -Path $path -View $View)) {
    $path = if ($path.Contains('\')) { $path.Substring(0, $path.LastIndexOf([char]'\')) } else { '' }
  }
  if ($at.Hive -eq 'HKU' -and $path -eq '') { return "the hive $(ConvertTo-Line $at.Path.Split([char[]]'\', 2)[0]) is not loaded below HKEY_USERS" }
  if (-not (Test-RegistryAccess -Hive $at.Hive -Path $path -View $View)) {
    "there is no right to write to " + (ConvertTo-Line "$($at.Hive)\$path").TrimEnd('\')
  }
}

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

function Find-ServiceStartRefusal {
  param([Parameter(Mandatory)] [pscustomobject] $Configuration, [string] $Startup = '')
  if ($Configuration.StartType -eq 4 -and $Startup -in '', 'disabled') { return 'it is disabled; set its startup where that is wanted' }
  $policy = Find-ServiceLogonPolicy -Configuration $Configuration
  if ($policy) { return $policy }
  foreach ($needed in @($Configuration.Dependencies | Where-Object { $_ -notmatch '^\+' })) {
    $other = Get-ServiceConfiguration -Name $needed
    if ($null -eq $other) { return "it depends on the service $needed, which is not installed" }
    if ($other.StartType -eq 4) { return "it depends on the service $needed, which is disabled" }
  }
}

function Find-SetupLog {
  param([Parameter(Mandatory)] [string] $Folder, [Parameter(Mandatory)] [string] $Stem)
  Find-LogFile -Folder $Folder -Pattern "$Stem.log"
  Find-LogFile -Folder $Folder -Pattern "${Stem}_*.log"
}

function Find-SourceBlocker {
  param([Parameter(Mandatory)] [string] $Path, [string] $SignedBy = '', [string] $Sha256 = '')
  $shown = ConvertTo-Line $Path
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

function Find-TlsBlocker {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  foreach ($value in @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)) {
    $why = Find-RegistryBlocker -Key $value.Key -Name $value.Name -Wanted (ConvertTo-RegistryData -Data $value.Data)
    if ($why) { return "$($value.Name) cannot be changed: $why" }
  }
}

function Find-TlsDeviation {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  if ($Client -ne '') { Get-TlsDeviation -Version $Version -Role 'Client' -Wish $Client }
  if ($Server -ne '') { Get-TlsDeviation -Version $Version -Role 'Server' -Wish $Server }
}

function Find-UserRightBlocker {
  param(
    [Parameter(Mandatory)] [string] $Right,
    [string[]] $Includes = @()
  )
  if (Find-UserRightDenial -Right $Right -Includes $Includes) { return 'the denial supersedes the right, take it away there' }
  $policy = Find-UserRightPolicy -Right $Right
  if ($null -eq $policy.Name) { return }
  $advice = @(
    foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $policy.Holders)) { "add $(Format-Account -Sid $sid)" } }
  )
  if ($advice.Count -gt 0) { "it is set by $($policy.Owner); $($advice -join ' and ') there" }
}

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

function Find-UserRightPolicy {
  param([Parameter(Mandatory)] [string] $Right)
  $answer = [pscustomobject]@{ Known = $false; Name = $null; Owner = ''; Holders = @() }
  $accounts = @()
  try {
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
    try { if ($setting) { $value = Get-RegistryValue -Hive 'HKLM' -Path 'SOFTWARE\Microsoft\PolicyManager\current\device\UserRights' -Name $setting } }
    catch { Write-Note -Text "Intune's policies could not be read: $(Get-FailureText -Failure $_)" }
    if ($null -eq $value -or $value.Data -isnot [string]) { return $answer }
    $answer.Name = "UserRights/$setting"
    $answer.Owner = "Intune's policy $($answer.Name)"
    $accounts = @($value.Data.Split([char[]]@([char]0xF000), [StringSplitOptions]::RemoveEmptyEntries))
  }
  $answer.Holders = @(foreach ($entry in $accounts) {
      $text = $entry.Trim().TrimStart('*')
      if ($text -match '^S-1-[0-9-]+$') { $text } else { try { Resolve-Account $text } catch { Write-Note -Text "the policy names $text, which is no account here" } }
    })
  $answer
}

function Format-Account {
  param([Parameter(Mandatory)] [string] $Sid)
  if ($script:Remedy.Accounts.ContainsKey($Sid)) { $script:Remedy.Accounts[$Sid] } else { $Sid }
}

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

function Format-EventText {
  param([Parameter(Mandatory)] [pscustomobject] $Record)
  $rules = Get-EventRule
  if (-not $rules.ContainsKey($Record.Source) -or -not $rules[$Record.Source].ContainsKey($Record.Id)) { return }
  $text = $rules[$Record.Source][$Record.Id]
  $values = @($Record.Values)
  if ($values.Count -eq 1 -and ([string]$values[0]).Contains(' ')) {
    return "event $($Record.Id): " + ($text -f '(see text)', '(see text)') + '; "' + (ConvertTo-Line $values[0] -Limit 200).Replace('"', "'") + '"'
  }
  "event $($Record.Id): " + ($text -f (@(foreach ($value in $values) { Format-Name $value }) + '?', '?'))
}

function Format-Name {
  param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Text)
  $line = ConvertTo-Line $Text -Limit 80
  if ($line -match '^[\w.$@\\-]+\z') { $line } else { "'" + $line.Replace("'", '"') + "'" }
}

function Format-PackageList {
  param([Parameter(Mandatory)] [object[]] $Package)
  $names = @(foreach ($one in $Package) { ConvertTo-Line ("$($one.Name) $($one.Version)".Trim()) -Limit 120 })
  if ($names.Count -gt 5) { $names = $names[0..3] + "$($names.Count - 4) more" }
  $names -join ', '
}

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

function Format-RegistryFinding {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 0, [AllowNull()] [pscustomobject] $Actual)
  $what = if ($null -eq $Actual) { 'is missing' } else { "is $(Format-RegistryData -Type $Actual.Type -Data $Actual.Data)" }
  "registry value $(Format-RegistryName -Key $Key -Name $Name -View $View) $what"
}

function Format-RegistryName {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 0)
  $text = if ($Name -eq '') { "$Key\(default)" } else { "$Key\$Name" }
  if ($View -ne 0) { $text += " ($View-bit view)" }
  ConvertTo-Line $text
}

function Get-AccountGroup {
  param([Parameter(Mandatory)] [string] $Sid)
  $Sid
  if ($Sid -match '^S-1-5-80-') {
    if ($Sid -ne 'S-1-5-80-0') { 'S-1-5-80-0' }
    'S-1-5-6'
    'S-1-5-11'
    'S-1-1-0'
  }
}

function Get-BusyFailure {
  param([Parameter(Mandatory)] [string] $Title, [Parameter(Mandatory)] [int] $Tried)
  $often = switch ($Tried) { 0 { '' } 1 { ', tried once' } default { ", tried $Tried times" } }
  [ComponentModel.Win32Exception]::new(1618, "$Title was not started${often}: another installation is running (1618)")
}

function Get-ChildEnvironment {
  param([Parameter(Mandatory)] [string] $Temporary)
  $environment = @{ TEMP = $Temporary; TMP = $Temporary; PSModulePath = $null }
  if ($script:Remedy.ContainsKey('Secrets')) { foreach ($name in $script:Remedy.Secrets) { $environment[$name] = $null } }
  $environment
}

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

function Get-FileEntry {
  param([Parameter(Mandatory)] [string] $Path)
  if ($Path -notmatch '^([A-Za-z]:\\|\\\\[^\\?.])') { throw "$(ConvertTo-Line $Path) is no absolute path" }
  try { Get-PathEntry -Path $Path }
  catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}

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

function Get-InstallerText {
  param([Parameter(Mandatory)] [int] $Code)
  $texts = (Get-InstallerRule).Exit
  if ($texts.ContainsKey($Code)) { return "$Code ($($texts[$Code]))" }
  if ($Code -lt 0) { '0x{0:X8}' -f $Code } else { [string]$Code }
}

function Get-LogonEvidence {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [datetime] $Since)
  $text = '; the service may not log on as a service'
  try {
    foreach ($record in @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since $Since -Id 7041)) {
      if (Test-EventName -Record $record -Name $Name) { return $text }
    }
  }
  catch { Write-Note -Text "the System log could not be read: $(Get-FailureText -Failure $_)" }
  try {
    $configuration = Get-ServiceConfiguration -Name $Name
    if ($null -ne $configuration -and -not ([string]$configuration.Account).StartsWith('NT SERVICE\', [StringComparison]::OrdinalIgnoreCase)) { return '' }
    $holders = @(Get-UserRightHolder -Right 'SeServiceLogonRight')
    if (-not (Test-UserRightHeld -Sid (ConvertTo-ServiceSid -Name $Name) -Holders $holders)) { return "$text (SeServiceLogonRight lacks S-1-5-80-0)" }
  }
  catch { Write-Note -Text "the right could not be read: $(Get-FailureText -Failure $_)" }
  ''
}

function Get-PathPart {
  param([Parameter(Mandatory)] [string] $Path, [switch] $Parent)
  $at = $Path.TrimEnd('\').LastIndexOf([char]'\')
  if (-not $Parent) { return $Path.TrimEnd('\').Substring($at + 1) }
  if ($at -lt 0 -or $Path -match '^\\\\[^\\]+\\[^\\]+\\?$') { return '' }
  $before = $Path.Substring(0, $at)
  if ($before -match '^[A-Za-z]:$') { "$before\" } else { $before }
}

function Get-RunStart {
  (Get-Clock).AddMilliseconds($script:Remedy.Started - (Get-Tick) - 1000)
}

function Get-SearchBudget {
  if (-not $script:Remedy.ContainsKey('SearchBudget')) { $script:Remedy['SearchBudget'] = @{ Milliseconds = [long]20000; Bytes = [long]64MB; Matches = 5000 } }
  $script:Remedy['SearchBudget']
}

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

function Get-ServiceFailure {
  param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [datetime] $Since, [switch] $Freed)
  try {
    $names = @(Get-ServiceName -Name $Name)
    $found = @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since $Since -Id 7000, 7001, 7009, 7011, 7023, 7024, 7031, 7034, 7038, 7041)
    foreach ($id in 7041, 7038, 7001, 7023, 7024, 7031, 7034, 7009, 7011, 7000) {
      if ($Freed -and $id -in 7031, 7034) { continue }
      foreach ($record in $found) {
        if ($record.Id -eq $id -and (Test-EventName -Record $record -Name $names)) { return "; $(Format-EventText -Record $record)" }
      }
    }
  }
  catch { Write-Note -Text "the System log could not be read: $(Get-FailureText -Failure $_)" }
}

function Get-ServiceName {
  param([Parameter(Mandatory)] [string] $Name)
  $Name
  $configuration = Get-ServiceConfiguration -Name $Name
  if ($null -ne $configuration -and $configuration.DisplayName) { $configuration.DisplayName }
}

function Get-SettledService {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  $null = Wait-Condition -Timeout $Timeout -Condition { $status = Get-ServiceStatus -Name $Name; $null -eq $status -or $status.State -notin 'starting', 'stopping', 'continuing', 'pausing' }
  Get-ServiceStatus -Name $Name
}

function Get-StateFolder {
  param([Parameter(Mandatory)] [string] $Name)
  $path = "$($script:Remedy.State)\$Name"
  Confirm-Folder -Path $path
  $path
}

function Get-StepService {
  $names = foreach ($identity in $script:Remedy.Resources) {
    if ($identity.StartsWith('service ', [StringComparison]::OrdinalIgnoreCase)) { $identity.Substring(8) }
  }
  foreach ($name in @($names | Select-Object -Unique)) { Get-ServiceName -Name $name }
}

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

function Get-UserRightSetting {
  param([Parameter(Mandatory)] [string] $Right)
  @{
    SeServiceLogonRight = 'LogOnAsService'
  }[$Right]
}

function Install-SetupFile {
  param(
    [Parameter(Mandatory)] [AllowEmptyString()] [string] $Source,
    [string[]] $Arguments = @(),
    [string] $SignedBy = '',
    [string] $Sha256 = '',
    [int[]] $SuccessCodes = @(),
    [timespan] $Timeout = [timespan]'00:30:00',
    [switch] $Again
  )
  if ($Source -eq '') { throw 'the remedy names no source to install it from' }
  Open-SourceFile -Path $Source -Body {
    $blocker = Find-SourceBlocker -Path $Source -SignedBy $SignedBy -Sha256 $Sha256
    if ($blocker) { throw $blocker }
    $title = ConvertTo-Line (Get-PathPart -Path $Source)
    if ($Source.EndsWith('.exe', [StringComparison]::OrdinalIgnoreCase)) {
      $line = ConvertTo-Argument -Argument $Arguments
      if (Test-BurnBundle -Path $Source) { $line = "$(if ($Again) { '/repair ' })$line /log {log}".TrimStart() }
      elseif ($Again) { return }
      return Invoke-Installer -Title $title -Path $Source -Arguments $line -SuccessCodes $SuccessCodes -Timeout $Timeout
    }
    throw "$(ConvertTo-Line $Source) is neither an .msi nor an .exe"
  }
}

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

function Invoke-Installer {
  param(
    [Parameter(Mandatory)] [string] $Title,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [AllowEmptyString()] [string] $Arguments,
    [int[]] $SuccessCodes = @(),
    [timespan] $Timeout = [timespan]'00:30:00',
    [timespan] $Linger = [timespan]::Zero
  )
  $busy = [timespan]'00:10:00'
  if (-not $script:Remedy.ContainsKey('Setups')) { $script:Remedy['Setups'] = [Collections.Generic.List[object]]::new() }
  $folder = Get-StateFolder -Name 'setup'
  $environment = Get-ChildEnvironment -Temporary (Get-StateFolder -Name 'temp')
  $stem = ($Title -replace '[^A-Za-z0-9]+', '-').Trim('-')
  $log = "$folder\$stem.log"
  $line = $Arguments.Replace('{log}', (ConvertTo-Argument -Argument $log))
  for ($attempt = 1; $attempt -le 3; $attempt++) {
    if (-not (Wait-Condition -Timeout $busy -Every 2000 -Condition { -not (Test-InstallerBusy) })) { throw (Get-BusyFailure -Title $Title -Tried ($attempt - 1)) }
    foreach ($old in @(Find-SetupLog -Folder $folder -Stem $stem)) { Clear-LogFile -Path $old.Path }
    $began = (Get-Clock).AddSeconds(-1)
    $run = Invoke-Program -Path $Path -Arguments $line -Environment $environment -Timeout $Timeout -Linger $Linger
    $code = ConvertFrom-InstallerCode -Code $run.ExitCode
    if ($run.TimedOut -or $code -ne 1618) { break }
  }
  if (-not $run.TimedOut -and $code -in (@(0, 1641, 3010) + $SuccessCodes)) {
    if ($code -in 1641, 3010) { NeedsRestart "$Title asks for it ($code)" }
    return
  }
  if ($run.TimedOut) {
    $rest = if (Wait-Condition -Timeout $busy -Every 2000 -Condition { -not (Test-InstallerBusy) }) { '' } else { ', and Windows Installer is still at work' }
    $reason = "$Title did not end within $(ConvertTo-Text $Timeout) and was ended$rest"
  }
  elseif ($code -eq 1618) { throw (Get-BusyFailure -Title $Title -Tried 3) }
  else { $reason = "$Title returned $(Get-InstallerText -Code $code)" }
  $cause = @(Find-InstallerCause -Log @(Find-SetupLog -Folder $folder -Stem $stem) -Since $began)
  $script:Remedy.Setups.Add([pscustomobject]@{ Folder = $folder; Stem = $stem; Began = $began; Causes = @($cause | Select-Object -First 1) })
  if ($cause.Count -gt 0) { $reason += "; cause: $($cause[0])" }
  throw [ComponentModel.Win32Exception]::new($code, $reason)
}

function Invoke-InstallerLogsDiagnose {
  [CmdletBinding()]
  param([string[]] $Paths = @())
  $since = Get-RunStart
  $known = @()
  $logs = @()
  if ($script:Remedy.ContainsKey('Setups') -and $script:Remedy.Setups.Count -gt 0) {
    $since = $script:Remedy.Setups[0].Began
    foreach ($setup in $script:Remedy.Setups) {
      $known += $setup.Causes
      $logs += @(Find-SetupLog -Folder $setup.Folder -Stem $setup.Stem | Sort-Object -Property Time -Descending)
    }
  }
  $machine = Expand-Path '%TEMP%'
  $others = @(foreach ($pattern in $Paths) {
      $folder = Get-PathPart -Path $pattern -Parent
      $name = Get-PathPart -Path $pattern
      Find-LogFile -Folder $folder -Pattern $name
      if ($folder -eq $machine) { Find-LogFile -Folder "$($script:Remedy.State)\temp" -Pattern $name }
    })
  $logs += @(Select-TrustedLog -Log @($others | Where-Object { $_.Time -ge $since }))
  foreach ($cause in @(Find-InstallerCause -Log $logs -Since $since)) { if ($known -notcontains $cause) { Write-Finding $cause } }
}

function Read-Computer {
  param([Parameter(Mandatory)] [string] $Property)
  switch ($Property) {
    'is_domain_controller' { (Read-Os -Property 'product_type') -eq 'domain_controller' }
    'is_domain_joined' { (Get-ComputerMembership).PartOfDomain }
    'memory' {
      $sum = [long]0
      try { foreach ($capacity in @(Get-MemoryModule)) { $sum += $capacity } }
      catch { Write-Note -Text "the memory modules cannot be read: $($_.Exception.GetBaseException().Message)" }
      if ($sum -gt 0) { $sum } else { (Get-ComputerMembership).TotalPhysicalMemory }
    }
    default { throw "computer has no property $Property" }
  }
}

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

function Read-FileIsTrusted {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Signer)
  $null -eq (Find-SourceBlocker -Path $Path -SignedBy $Signer)
}

function Read-LogText {
  param([Parameter(Mandatory)] [pscustomobject] $Log)
  $budget = Get-SearchBudget
  $whole = $Log.Length -le [Math]::Min([long]32MB, $budget.Bytes)
  $count = [int]$(if ($whole) { [Math]::Min([long]32MB, $budget.Bytes) } else { [Math]::Min([long]8MB, $budget.Bytes) })
  $head = Get-FileByte -Path $Log.Path -Count 512
  $bytes = if ($whole) { Get-FileByte -Path $Log.Path -Count $count } else { Get-FileByte -Path $Log.Path -Offset ([long](2 * [Math]::Floor(($Log.Length - $count) / 2))) -Count $count }
  $budget.Bytes -= $bytes.Length
  $zeros = 0
  for ($index = 1; $index -lt $head.Length; $index += 2) { if ($head[$index] -eq 0) { $zeros++ } }
  $text = if ($zeros -gt $head.Length / 8) { [Text.Encoding]::Unicode.GetString($bytes) }
  else {
    try { [Text.UTF8Encoding]::new($false, $true).GetString($bytes) }
    catch { [Text.Encoding]::GetEncoding(28591).GetString($bytes) }
  }
  [pscustomobject]@{ Text = $text.TrimStart([char]0xFEFF); Whole = $whole }
}

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
    if ($null -ne (Read-SystemValue -Path $netlogon -Name $name) -or (Test-RegistryPath -Hive 'HKLM' -Path "$netlogon\$name")) { return $true }
  }
  try { $null -ne (Get-ServiceStatus -Name 'CcmExec') -and (Get-ConfigMgrRestart) }
  catch {
    Write-Remark -Id $script:Remedy.Step -Text "warning: the Configuration Manager client could not be asked whether it waits for a restart: $(Get-FailureText -Failure $_)"
    $false
  }
}

function Read-RegistryEntry {
  param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64)
  $at = Split-RegistryKey -Key $Key
  try { $value = Get-RegistryValue -Hive $at.Hive -Path $at.Path -Name $Name -View $View }
  catch { throw "registry value $(Format-RegistryName -Key $Key -Name $Name): $($_.Exception.GetBaseException().Message)" }
  if ($null -eq $value) { return }
  $words = @{ 1 = 'string'; 2 = 'expand_string'; 3 = 'binary'; 4 = 'dword'; 7 = 'multi_string'; 11 = 'qword'; -1 = 'unknown'; 0 = 'unknown' }
  $data = $value.Data
  if ($value.Type -eq 'DWord') { $data = [long]$data -band 0xFFFFFFFFL }
  [pscustomobject]@{ Type = $words[[int][Microsoft.Win32.RegistryValueKind]$value.Type]; Data = $data }
}

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

function Read-SystemValue {
  param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name, [switch] $Required)
  $entry = Read-RegistryEntry -Key "HKLM\$Path" -Name $Name
  if ($null -ne $entry) { $entry.Data }
  elseif ($Required) { throw "registry value HKLM\$Path\$Name is missing" }
}

function Repair-Package {
  [CmdletBinding()]
  param(
    [string] $Name = '',
    [string] $ProductCode = '',
    [scriptblock] $Where,
    [pscustomobject] $Entry,
    [switch] $Absent,
    [string] $Source = '',
    [string[]] $Arguments = @(),
    [string] $SignedBy = '',
    [string] $Sha256 = '',
    [string[]] $RemoveArguments,
    [Collections.IDictionary] $Provides = @{},
    [int[]] $SuccessCodes = @(),
    [timespan] $Timeout = [timespan]'00:30:00'
  )
  $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
  if (-not $Absent) {
    $before = @(Select-Package @key)
    $setup = @{ Source = $Source; Arguments = $Arguments; SignedBy = $SignedBy; Sha256 = $Sha256; SuccessCodes = $SuccessCodes; Timeout = $Timeout }
    Install-SetupFile @setup
    if ($before.Count -gt 0 -and @($Provides.Keys | Where-Object { -not (& $Provides[$_]) }).Count -gt 0) { Install-SetupFile @setup -Again }
    return
  }
  $tried = @()
  $failures = @()
  $busy = $true
  while ($true) {
    $left = @(Select-Package @key | Where-Object { $tried -notcontains "$($_.View) $($_.Key)" })
    if ($left.Count -eq 0) { break }
    $next = @(@($left | Where-Object { $_.Installer -ne 'msi' }) + @($left | Where-Object { $_.Installer -eq 'msi' }))[0]
    $place = "$($next.View) $($next.Key)"
    $tried += $place
    try { Uninstall-PackageEntry -Package $next -RemoveArguments $RemoveArguments -SignedBy $SignedBy -SuccessCodes $SuccessCodes -Timeout $Timeout }
    catch {
      $failure = $_
      if (@(Select-Package @key | Where-Object { "$($_.View) $($_.Key)" -eq $place }).Count -gt 0) {
        $failures += Get-FailureText -Failure $failure
        $busy = $busy -and (Test-BusyFailure -Failure $failure)
      }
    }
  }
  if ($failures.Count -eq 0) { return }
  if ($busy) { throw [ComponentModel.Win32Exception]::new(1618, $failures -join '; ') }
  throw ($failures -join '; ')
}

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

function Repair-Service {
  param(
    [Parameter(Mandatory)] [string] $Name,
    [switch] $Absent,
    [ValidateSet('', 'running', 'stopped')] [string] $State = '',
    [ValidateSet('', 'automatic', 'automatic_delayed', 'manual', 'disabled')] [string] $Startup = '',
    [timespan] $Timeout = [timespan]'00:00:30'
  )
  if ($Absent) { return Repair-ServiceAbsence -Name $Name -Timeout $Timeout }
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

function Repair-ServiceAbsence {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
  try { $null = Wait-ServiceStop -Name $Name -Timeout $Timeout } catch { Write-Note -Text (Get-FailureText -Failure $_) }
  $code = Uninstall-Service -Name $Name
  if ($code -notin 0, 1060, 1072) { throw "service $Name could not be deleted: $(Get-ServiceErrorText -Code $code)" }
  $gone = Wait-Condition -Timeout ([timespan]'00:00:30') -Condition { $null -eq (Get-ServiceStatus -Name $Name) }
  if (-not $gone) { NeedsRestart "service $Name is marked for deletion" }
}

function Repair-Tls {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  $wrong = @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)
  if ($wrong.Count -eq 0) { return }
  NeedsRestart "Schannel reads the settings of TLS $Version when Windows starts"
  foreach ($value in $wrong) {
    $at = Split-RegistryKey -Key $value.Key
    Write-RegistryValue -Hive $at.Hive -Path $at.Path -Name $value.Name -Type 'DWord' -Data $value.Data
  }
}

function Repair-UserRight {
  param(
    [Parameter(Mandatory)] [string] $Right,
    [string[]] $Includes = @()
  )
  $holders = @(Get-UserRightHolder -Right $Right)
  try {
    foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $holders)) { Grant-UserRight -Right $Right -Sid $sid } }
  }
  catch { throw "Windows refused to change ${Right}: $(Get-FailureText -Failure $_)" }
  $after = @(Get-UserRightHolder -Right $Right)
  foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $after)) { throw "Windows accepted $sid for $Right, but the right does not list it" } }
}

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

function Select-TrustedLog {
  param([Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Log)
  $budget = Get-SearchBudget
  $begin = Get-Tick
  $taken = 0
  foreach ($one in @($Log | Sort-Object -Property Time -Descending)) {
    if ($taken -ge 6 -or (Get-Tick) - $begin -ge [Math]::Min([long]5000, $budget.Milliseconds)) { break }
    try { $security = Get-PathSecurity -Path $one.Path } catch { continue }
    if ($null -eq $security -or $security.Reparse -or -not (Test-TrustedSid -Sid $security.Owner)) { continue }
    $taken++
    $one
  }
  $budget.Milliseconds -= (Get-Tick) - $begin
}

function Split-ProgramCommand {
  param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Command)
  $text = $Command.Trim()
  $path = ''
  $rest = ''
  if ($text -match '^"([^"]+)"(?:\s+(.*))?$') {
    $path = Expand-Path $Matches[1]
    if ($Matches.ContainsKey(2)) { $rest = $Matches[2] }
  }
  else {
    foreach ($end in [regex]::Matches($text, '\.exe(?=\s|$)', 'IgnoreCase')) {
      $candidate = Expand-Path $text.Substring(0, $end.Index + 4)
      if ($candidate -match '^[A-Za-z]:\\' -and (Test-FileEntry -Path $candidate)) {
        $path = $candidate
        $rest = $text.Substring($end.Index + 4).Trim()
        break
      }
    }
  }
  $shown = ConvertTo-Line $Command
  if ($path -notmatch '^[A-Za-z]:\\[^"<>|*?]+\.exe$') { throw "the uninstall command is refused, since it names no program by its full path: $shown" }
  if ((Get-PathPart -Path $path) -in 'cmd.exe', 'powershell.exe', 'pwsh.exe', 'wscript.exe', 'cscript.exe', 'mshta.exe', 'rundll32.exe', 'regsvr32.exe', 'msiexec.exe') {
    throw "the uninstall command is refused, since it runs another program's text: $shown"
  }
  if (-not (Test-FileEntry -Path $path)) { throw "the uninstall program does not exist: $(ConvertTo-Line $path)" }
  [pscustomobject]@{ Path = $path; Arguments = $rest }
}

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

function Test-BurnBundle {
  param([Parameter(Mandatory)] [string] $Path)
  $bytes = Get-FileByte -Path $Path -Count 8192
  if ($bytes.Length -lt 64 -or [BitConverter]::ToUInt16($bytes, 0) -ne 0x5A4D) { return $false }
  $header = [BitConverter]::ToInt32($bytes, 0x3C)
  if ($header -lt 0 -or $header -gt $bytes.Length - 24 -or [BitConverter]::ToInt32($bytes, $header) -ne 0x4550) { return $false }
  $sections = [BitConverter]::ToUInt16($bytes, $header + 6)
  $at = $header + 24 + [BitConverter]::ToUInt16($bytes, $header + 20)
  for ($index = 0; $index -lt $sections -and $at + 40 -le $bytes.Length; $index++) {
    if ([Text.Encoding]::ASCII.GetString($bytes, $at, 8) -eq '.wixburn') { return $true }
    $at += 40
  }
  $false
}

function Test-DomainController {
  $type = Get-RegistryValue -Hive HKLM -Path 'SYSTEM\CurrentControlSet\Control\ProductOptions' -Name 'ProductType'
  $null -ne $type -and $type.Data -eq 'LanmanNT'
}

function Test-EventName {
  param([Parameter(Mandatory)] [pscustomobject] $Record, [Parameter(Mandatory)] [string[]] $Name)
  foreach ($text in $Record.Values) {
    foreach ($candidate in $Name) {
      if ($text -eq $candidate -or $text -match "(?<![\w.])$([regex]::Escape($candidate))(?![\w.])") { return $true }
    }
  }
  $false
}

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

function Test-ServiceDeletion {
  param([Parameter(Mandatory)] [string] $Name)
  $flag = Get-RegistryValue -Hive HKLM -Path "SYSTEM\CurrentControlSet\Services\$Name" -Name 'DeleteFlag'
  $null -ne $flag -and $flag.Data -eq 1
}

function Test-ServiceStartup {
  param([Parameter(Mandatory)] [string] $Actual, [Parameter(Mandatory)] [string] $Wish)
  $Actual -eq $Wish -or ($Wish -eq 'automatic' -and $Actual -eq 'automatic_delayed')
}

function Test-Tls {
  param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
  $wrong = @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)
  if ($wrong.Count -gt 0) { @($wrong | ForEach-Object { $_.Why } | Sort-Object -Unique) -join ' and ' }
}

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

function Test-UserRightHeld {
  param([Parameter(Mandatory)] [string] $Sid, [Parameter(Mandatory)] [AllowEmptyCollection()] [AllowEmptyString()] [string[]] $Holders)
  if ($Sid -eq 'S-1-5-80-0') { return $Holders -contains $Sid }
  foreach ($group in @(Get-AccountGroup -Sid $Sid)) { if ($Holders -contains $group) { return $true } }
  $false
}

function Uninstall-PackageEntry {
  param(
    [Parameter(Mandatory)] [pscustomobject] $Package,
    [string[]] $RemoveArguments,
    [string] $SignedBy = '',
    [int[]] $SuccessCodes = @(),
    [timespan] $Timeout = [timespan]'00:30:00'
  )
  $title = "removal of $(ConvertTo-Line $Package.Name -Limit 100)"
  if ($Package.Installer -eq 'msi') {
    $line = "/x $($Package.ProductCode) /qn /norestart REBOOT=ReallySuppress /L*v {log}"
    return Invoke-Installer -Title $title -Path "$(Get-SpecialFolder -Name 'System')\msiexec.exe" -Arguments $line -SuccessCodes (@(1605, 1614) + $SuccessCodes) -Timeout $Timeout
  }
  $registered = if ($null -ne $RemoveArguments) { $Package.UninstallCommand } else { $Package.QuietUninstallCommand }
  try { $command = Split-ProgramCommand -Command ([string]$registered) }
  catch { throw "${title}: $(Get-FailureText -Failure $_)" }
  $line = if ($null -ne $RemoveArguments) { ConvertTo-Argument -Argument $RemoveArguments } else { $command.Arguments }
  $blocker = Find-PathWriter -Path $command.Path
  if (-not $blocker -and $SignedBy -ne '') { $blocker = Find-SourceBlocker -Path $command.Path -SignedBy $SignedBy }
  if ($blocker) { throw "${title}: $blocker" }
  if ($Package.Installer -eq 'bundle') {
    if ($line -notmatch '(?i)(^|\s)[/-]norestart(\s|$)') { $line += ' /norestart' }
    $line += ' /log {log}'
  }
  Invoke-Installer -Title $title -Path $command.Path -Arguments $line.Trim() -SuccessCodes (@(1605, 1614) + $SuccessCodes) -Timeout $Timeout -Linger ([timespan]'00:05:00')
}

function Wait-Condition {
  param([Parameter(Mandatory)] [timespan] $Timeout, [Parameter(Mandatory)] [scriptblock] $Condition, [int] $Every = 250)
  $begin = Get-Tick
  while (-not (& $Condition)) {
    if ((Get-Tick) - $begin -ge $Timeout.TotalMilliseconds) { return $false }
    Wait-Moment -Milliseconds $Every
  }
  $true
}

function Wait-ServiceStart {
  param([Parameter(Mandatory)] [string] $Name, [timespan] $Timeout = [timespan]'00:00:30')
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
  $reason = if ($status.ExitCode -eq 1066) { "it ended with its own error $($status.ServiceExitCode)" } elseif ($status.ExitCode -eq 0) { 'it stopped by itself' } else { Get-ServiceErrorText -Code $status.ExitCode }
  throw "service $Name did not stay running: $reason$(Get-ServiceFailure -Name $Name -Since $since -Freed:$freed)"
}

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
    if ($code -notin 0, 1060, 1061, 1062) { throw "service $Name did not stop: $(Get-ServiceErrorText -Code $code)" }
    $ended = Wait-Condition -Timeout $Timeout -Condition { $now = Get-ServiceStatus -Name $Name; $null -eq $now -or $now.State -eq 'stopped' }
    if ($ended) { return $stopped }
  }
  Clear-HungService -Name $Name
  $stopped
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
    Ensure 'prerequisites.11' 'tls 1.2: client on, server on' -On 'tls 1.2' {
      Test-Tls -Version '1.2' -Client 'on' -Server 'on'
    } {
      Repair-Tls -Version '1.2' -Client 'on' -Server 'on'
    } -Blocker {
      Find-TlsBlocker -Version '1.2' -Client 'on' -Server 'on'
    }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'prerequisites.12' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' -On 'registry_value hklm\software\microsoft\.netframework\v4.0.30319 name: schusestrongcrypto' {
      Test-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    } {
      Repair-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    } -Blocker {
      Find-RegistryValueBlocker -Key 'HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319' -Name 'SchUseStrongCrypto' -Data 1
    }
  }
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # examples/entra-provisioning-agent.remedy:52: ensure service_logon { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'logon_right.1' 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' -On 'user_right seservicelogonright' {
      Test-UserRight -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    } {
      Repair-UserRight -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    } -Blocker {
      Find-UserRightBlocker -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
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
        } {
          Repair-Package -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$' } -Absent
        } -Blocker {
          Find-PackageBlocker -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$' } -Absent
        }
        # examples/entra-provisioning-agent.remedy:64: when not updater_entry.exists { ensure updater absent }
        $when3 = Guard 'not updater_entry.exists' -Reads @('package name matches ^microsoft (entra|entra connect|azure ad connect) agent updater$') {
          -not (Read-Package -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$' } -Property 'exists')
        }
        if ($when3 -eq $true) {
          # examples/entra-provisioning-agent.remedy:65: ensure updater absent
          Ensure 'stale.4' 'service AzureADConnectAgentUpdater is absent' -On 'service azureadconnectagentupdater' {
            Test-Service -Name 'AzureADConnectAgentUpdater' -Absent
          } {
            Repair-Service -Name 'AzureADConnectAgentUpdater' -Absent
          } -Blocker {
            Find-ServiceBlocker -Name 'AzureADConnectAgentUpdater' -Absent
          }
        }
      }
      # examples/entra-provisioning-agent.remedy:68: ensure agent_entry absent
      Ensure 'stale.5' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$ is absent' -On 'package name matches ^microsoft (entra|entra connect|azure ad connect) provisioning agent$' {
        Test-Package -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' } -Absent
      } {
        Repair-Package -Where { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' } -Absent
      } -Blocker {
        $splat = @{
          Where  = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' }
          Absent = $true
        }
        Find-PackageBlocker @splat
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
      } {
        $splat = @{
          Where  = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' }
          Absent = $true
        }
        Repair-Package @splat
      } -Blocker {
        $splat = @{
          Where  = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' }
          Absent = $true
        }
        Find-PackageBlocker @splat
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
        } {
          Repair-Service -Name 'AADConnectProvisioningAgent' -Absent
        } -Blocker {
          Find-ServiceBlocker -Name 'AADConnectProvisioningAgent' -Absent
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
    } {
      $splat = @{
        Where     = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' }
        Provides  = [ordered]@{
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
        Source    = Expand-Path '%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'
        SignedBy  = 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US'
        Arguments = @('/quiet', '/norestart')
        Timeout   = ([timespan]'00:30:00')
      }
      Repair-Package @splat
    } -Blocker {
      $splat = @{
        Where    = { Test-Match $_.Name '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' }
        Source   = Expand-Path '%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'
        SignedBy = 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US'
      }
      Find-PackageBlocker @splat
    }
    # examples/entra-provisioning-agent.remedy:91: ensure agent { state: running, startup: automatic }
    Ensure 'install.2' 'service AADConnectProvisioningAgent: state running, startup automatic' -On 'service aadconnectprovisioningagent' {
      Test-Service -Name 'AADConnectProvisioningAgent' -State 'running' -Startup 'automatic'
    } {
      Repair-Service -Name 'AADConnectProvisioningAgent' -State 'running' -Startup 'automatic'
    } -Blocker {
      Find-ServiceBlocker -Name 'AADConnectProvisioningAgent' -State 'running' -Startup 'automatic'
    }
    # examples/entra-provisioning-agent.remedy:92: ensure updater { state: running }
    Ensure 'install.3' 'service AzureADConnectAgentUpdater: state running' -On 'service azureadconnectagentupdater' {
      Test-Service -Name 'AzureADConnectAgentUpdater' -State 'running'
    } {
      Repair-Service -Name 'AzureADConnectAgentUpdater' -State 'running'
    } -Blocker {
      Find-ServiceBlocker -Name 'AzureADConnectAgentUpdater' -State 'running'
    }
  } {
    # examples/entra-provisioning-agent.remedy:94: diagnose installer_logs('%TEMP%\*Provisioning*Agent*.log', '%TEMP%\Microsoft.SCIM.Provisioning.Setup.msi*.log')
    $splat = @{
      Paths = @((Expand-Path '%TEMP%\*Provisioning*Agent*.log'), (Expand-Path '%TEMP%\Microsoft.SCIM.Provisioning.Setup.msi*.log'))
    }
    Invoke-InstallerLogsDiagnose @splat
    # examples/entra-provisioning-agent.remedy:95: diagnose event_log("System", source: "Service Control Manager", last: 1h)
    Invoke-EventLogDiagnose -Log 'System' -Source 'Service Control Manager'
    # examples/entra-provisioning-agent.remedy:96: diagnose event_log("Application", source: "MsiInstaller", last: 1h)
    Invoke-EventLogDiagnose -Log 'Application' -Source 'MsiInstaller'
  }
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
