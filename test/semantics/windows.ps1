# A Windows made of tables, $global:Windows, on which compiled scripts run: a stand-in for each platform function that a test needs.
# Changes of the machine are lines of Story; reads that tests ask about are lines of Reads. Words of the tests stand at the end.

function Get-Clock { $global:Windows.Now }
function Get-Tick { [long]$global:Windows.Tick }
function Wait-Moment([int] $Milliseconds) {
    $global:Windows.Tick += $Milliseconds
    $global:Windows.Now = $global:Windows.Now.AddMilliseconds($Milliseconds)
}
function Get-SystemUptime { [timespan]'1.00:00:00' }
function Write-ErrorText([string] $Text) { $global:Windows.Errors += $Text }
function Test-Elevation { $true }
function Get-UserSid { $global:Windows.Sid }
function Test-NarrowHost { $false }
function Get-MachineVariable([string] $Name) { if ($global:Windows.Variables.ContainsKey($Name)) { $global:Windows.Variables[$Name] } }
function Get-ProcessVariable([string] $Name) {
    $global:Windows.Reads += "variable $Name"
    if ($global:Windows.Environment.ContainsKey($Name)) { $global:Windows.Environment[$Name] }
}
function Get-SpecialFolder([string] $Name) {
    @{
        Windows = 'C:\Windows'; System = 'C:\Windows\System32'; ProgramFiles = 'C:\Program Files'; ProgramFilesX86 = 'C:\Program Files (x86)'; CommonApplicationData = 'C:\ProgramData'
        LocalApplicationData = 'C:\Users\ann\AppData\Local'; UserProfile = 'C:\Users\ann'
    }[$Name]
}
function Get-OwnFolder([string] $Name) { Get-SpecialFolder $Name }
function Get-FolderSddl([string] $Path) { if ($global:Windows.Folders.ContainsKey($Path)) { 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)' } }
function Get-AccountSid([string] $Name) {
    $global:Windows.Reads += "account $Name"
    if ($global:Windows.Accounts.ContainsKey($Name)) { $global:Windows.Accounts[$Name] }
}
function Get-AccountName([string] $Sid) { foreach ($name in $global:Windows.Accounts.Keys) { if ($global:Windows.Accounts[$name] -eq $Sid) { $name } } }
function Get-DiskSpace([string] $Drive) { if ($Drive -eq 'C:') { [pscustomobject]@{ Free = [long]60GB; Total = [long]120GB } } }
function Get-ComputerMembership { [pscustomobject]@{ PartOfDomain = $false; Domain = 'WORKGROUP'; TotalPhysicalMemory = [long]8GB } }

# Log, lock and folders of ours
function Add-LogText([string] $Path, [string] $Text) { $global:Windows.Logs[$Path] = [string]$global:Windows.Logs[$Path] + $Text }
function Add-JournalText([string] $Path, [string] $Text) { $global:Windows.Logs[$Path] = [string]$global:Windows.Logs[$Path] + $Text }
function Move-Log([string] $Path, [string] $Destination, [long] $Above = 0) {
    if (([string]$global:Windows.Logs[$Path]).Length -le $Above) { return }
    $global:Windows.Logs[$Destination] = $global:Windows.Logs[$Path]
    $global:Windows.Logs.Remove($Path)
}
function Get-LogLength([string] $Path) { [long]([string]$global:Windows.Logs[$Path]).Length }
function Open-LockFile([string] $Path) {
    $global:Windows.Logs[$Path] = ''
    [System.IO.MemoryStream]::new()
}
function Add-ProtectedFolder([string] $Path) { $global:Windows.Folders[$Path] = 'ours' }
function Add-Folder([string] $Path) { $global:Windows.Folders[$Path] = 'inherited' }
function Find-LogFile([string] $Folder, [string] $Pattern) { $null = $Folder, $Pattern }
function Clear-LogFile([string] $Path) { $global:Windows.Logs.Remove($Path) }
function Get-MarkTable([bool] $Session) { if ($Session) { $global:Windows.Session } else { $global:Windows.Marks } }
function Find-Mark([string] $Hive, [string] $Remedy, [switch] $Session) {
    $table = Get-MarkTable $Session
    $found = @{}
    foreach ($key in $table.Keys) { if ($key.StartsWith("$Hive\$Remedy\")) { $found[$key.Substring("$Hive\$Remedy\".Length)] = $table[$key] } }
    $found
}
function Write-Mark([string] $Hive, [string] $Remedy, [string] $Name, [string] $Value, [switch] $Session) {
    if ($Value -eq '') { return (Get-MarkTable $Session).Remove("$Hive\$Remedy\$Name") }
    $global:Windows.Story += "mark $Name"
    (Get-MarkTable $Session)["$Hive\$Remedy\$Name"] = $Value
}

# The registry: 'hive|view|path' in lower case -> name -> Type, Data. Hidden keys cannot be read, Locked ones not written; Broken raise when written.
function Get-FakeKey([string] $Hive, [string] $Path, [int] $View) { "$Hive|$View|$($Path.Trim('\'))".ToLowerInvariant() }
function Get-FakeReadable([string] $Hive, [string] $Path, [int] $View) {
    $key = Get-FakeKey $Hive $Path $View
    if ($global:Windows.Hidden -contains $key) { throw [System.Security.SecurityException]::new('Requested registry access is not allowed.') }
    $key
}
function Add-FakeKey([string] $Key) {
    $hive, $view, $path = $Key.Split('|')
    $parts = $path.Split('\')
    for ($i = 1; $i -le $parts.Count; $i++) {
        $part = "$hive|$view|" + ($parts[0..($i - 1)] -join '\')
        if (-not $global:Windows.Registry.ContainsKey($part)) { $global:Windows.Registry[$part] = @{} }
    }
}
function Test-RegistryPath([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeReadable $Hive $Path $View
    $Path -eq '' -or $global:Windows.Registry.ContainsKey($key)
}
function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    if ($Path -match '^SOFTWARE\\Remedyc\\(\w+)$') {
        $mark = $global:Windows.Marks["$Hive\$($Matches[1])\$Name"]
        if ($null -ne $mark) { [pscustomobject]@{ Type = 'String'; Data = $mark } }
        return
    }
    $service = if ($Path -match '\\Services\\([^\\]+)$') { $global:Windows.Services[$Matches[1]] } else { $null }
    if ($null -ne $service -and $Name -eq 'DeleteFlag') { if ($service.Marked) { [pscustomobject]@{ Type = 'DWord'; Data = 1 } }; return }
    $key = Get-FakeReadable $Hive $Path $View
    if ($global:Windows.Registry.ContainsKey($key) -and $global:Windows.Registry[$key].ContainsKey($Name)) { [pscustomobject]$global:Windows.Registry[$key][$Name] }
}
function Get-RegistryValueName([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeReadable $Hive $Path $View
    if ($global:Windows.Registry.ContainsKey($key)) { $global:Windows.Registry[$key].Keys | Sort-Object }
}
function Get-RegistrySubkey([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeReadable $Hive $Path $View
    $global:Windows.Registry.Keys | Where-Object { $_.StartsWith("$key\") } | ForEach-Object { $_.Substring($key.Length + 1).Split('\')[0].ToUpperInvariant() } | Sort-Object -Unique
}
function Test-RegistryAccess([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    if ($Path -eq '' -or $global:Windows.Registry.ContainsKey($key)) { $global:Windows.Locked -notcontains $key }
}
function Write-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    $global:Windows.Story += "write $key\$Name"
    if ($global:Windows.Broken.ContainsKey($Name)) { throw $global:Windows.Broken[$Name] }
    if ($global:Windows.Stubborn -contains $Name) { return }
    Add-FakeKey $key
    $global:Windows.Registry[$key][$Name] = @{ Type = $Type; Data = $Data }
}
function Clear-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    $global:Windows.Story += "clear $key\$Name"
    if ($global:Windows.Registry.ContainsKey($key)) { $global:Windows.Registry[$key].Remove($Name) }
}
function Add-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    $global:Windows.Story += 'add ' + (Get-FakeKey $Hive $Path $View)
    Add-FakeKey (Get-FakeKey $Hive $Path $View)
}
function Clear-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    $global:Windows.Story += "clear $key"
    foreach ($name in @($global:Windows.Registry.Keys)) { if ($name -eq $key -or $name.StartsWith("$key\")) { $global:Windows.Registry.Remove($name) } }
}
function Get-RsopRegistrySetting([string] $Path, [string] $Name, [string] $Space = 'computer') {
    $null = $Space
    if ($global:Windows.Policies.ContainsKey("$Path|$Name")) { [pscustomobject]@{ GpoId = 'G1'; Deleted = $false; Type = 4; Data = [System.BitConverter]::GetBytes([int]$global:Windows.Policies["$Path|$Name"]) } }
}
function Get-RsopGpoName([string] $GpoId, [string] $Space = 'computer') { $null = $GpoId, $Space; 'Server baseline' }
function Get-RsopUserRight([string] $Right) { $null = $Right }
function Invoke-HiveLoad([string] $Name, [string] $File) {
    if ($global:Windows.BadHives -contains $File) { throw "the file $File is damaged" }
    $global:Windows.Story += "load $Name"
    Add-FakeKey "hku|64|$($Name.ToLowerInvariant())"
    foreach ($key in @($global:Windows.HiveFiles[$File])) { if ($null -ne $key) { Add-FakeKey "hku|64|$($Name.ToLowerInvariant())\$key" } }
}
function Invoke-HiveUnload([string] $Name) {
    $global:Windows.Story += "unload $Name"
    $key = "hku|64|$($Name.ToLowerInvariant())"
    # What was written goes into the hive's file
    foreach ($one in @($global:Windows.Registry.Keys)) {
        if ($one -eq $key -or $one.StartsWith("$key\")) { $global:Windows.Unloaded[$one] = $global:Windows.Registry[$one]; $global:Windows.Registry.Remove($one) }
    }
}

# Services and processes. After = @(tick, state): what becomes of a pending state. OnStart: error number of a start; Becomes: the state after it.
function Get-FakeService([string] $Name) {
    if ($global:Windows.Hidden -contains "service $Name") { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied.') }
    if (-not $global:Windows.Services.ContainsKey($Name)) { return }
    $service = $global:Windows.Services[$Name]
    if ($null -ne $service.After -and $global:Windows.Tick -ge $service.After[0]) { $service.State = $service.After[1]; $service.After = $null }
    if ($service.State -eq 'stopped' -and $service.Marked -and -not $service.Held) { $global:Windows.Services.Remove($Name); return }
    $service
}
function Get-ServiceStatus([string] $Name) {
    $service = Get-FakeService $Name
    if ($null -ne $service) { [pscustomobject]@{ State = $service.State; ProcessId = $service.ProcessId; OwnProcess = $true; ExitCode = 0; ServiceExitCode = 0 } }
}
function Get-ServiceState([string] $Name) {
    $status = Get-ServiceStatus $Name
    if ($null -ne $status) { [pscustomobject]@{ State = $status.State; DisplayName = $Name } }
}
function Get-ServiceConfiguration([string] $Name) {
    $service = Get-FakeService $Name
    if ($null -ne $service) { [pscustomobject]@{ Type = 16; StartType = $service.StartType; Delayed = $service.Delayed; Account = $service.Account; Path = "C:\$Name.exe"; Dependencies = @() } }
}
function Find-ServiceKey { @($global:Windows.Services.Keys) }
function Find-ServiceName([string] $DisplayName) { $null = $DisplayName }
function Find-ServiceDependent([string] $Name) { $null = $Name }
function Find-ServiceProcess { $null = 0 }
function Invoke-ServiceStart([string] $Name) {
    $service = Get-FakeService $Name
    if ($null -eq $service) { return 1060 }
    $global:Windows.Story += "start $Name"
    if ($service.OnStart -eq 0) { $service.State = $service.Becomes; $service.ProcessId = 200 }
    $service.OnStart
}
function Invoke-ServiceStop([string] $Name) {
    $service = Get-FakeService $Name
    if ($null -eq $service) { return 1060 }
    $global:Windows.Story += "stop $Name"
    $service.State = 'stopped'
    $service.ProcessId = 0
    0
}
function Uninstall-Service([string] $Name) {
    $service = Get-FakeService $Name
    if ($null -eq $service) { return 1060 }
    $global:Windows.Story += "delete $Name"
    $service.Marked = $true
    0
}
function Write-ServiceStartup([string] $Name, [string] $Start) {
    $service = Get-FakeService $Name
    $global:Windows.Story += "startup $Name $Start"
    $service.StartType = @{ 'auto' = 2; 'delayed-auto' = 2; 'demand' = 3; 'disabled' = 4 }[$Start]
    $service.Delayed = $Start -eq 'delayed-auto'
    0
}
function Write-ServiceAccount([string] $Name, [string] $Account, [securestring] $Password) {
    $global:Windows.Story += "account $Name $Account, password of $(if ($null -ne $Password) { $Password.Length } else { 0 })"
    (Get-FakeService $Name).Account = $Account
    0
}
function Find-Process([string] $Name = '', [int] $Id = 0) { $global:Windows.Processes | Where-Object { if ($Name -ne '') { $_.Name -eq $Name } else { $_.Id -eq $Id } } | ForEach-Object { [pscustomobject]$_ } }
function Invoke-ProcessEnd([int] $Id, [datetime] $StartTime) {
    $null = $StartTime
    $global:Windows.Story += "end $Id"
    $global:Windows.Processes = @($global:Windows.Processes | Where-Object { $_.Id -ne $Id })
    $true
}
function Invoke-ProcessClose([int] $Id, [datetime] $StartTime) { $null = $Id, $StartTime; $false }

# User rights
function Get-UserRightHolder([string] $Right) { if ($global:Windows.Rights.ContainsKey($Right)) { $global:Windows.Rights[$Right] } }
function Grant-UserRight([string] $Right, [string] $Sid) {
    $global:Windows.Story += "grant $Right $Sid"
    $global:Windows.Rights[$Right] = @(Get-UserRightHolder $Right) + $Sid
}

# Files: path in lower case -> Name, Time, Hash; folders are those of Folders and all above a file.
function Get-PathEntry([string] $Path) {
    $key = $Path.TrimEnd('\').ToLowerInvariant()
    $name = $Path.Substring($Path.LastIndexOf('\') + 1)
    if ($global:Windows.Files.ContainsKey($key)) { [pscustomobject]@{ Path = $Path; Name = $name; IsDirectory = $false; IsLink = $false; Size = [long]10; WriteTime = $global:Windows.Files[$key].Time } }
    elseif ($global:Windows.Folders.ContainsKey($Path) -or @($global:Windows.Files.Keys | Where-Object { $_.StartsWith("$key\") }).Count -gt 0) {
        [pscustomobject]@{ Path = $Path; Name = $name; IsDirectory = $true; IsLink = $false; Size = [long]0; WriteTime = $global:Windows.Now }
    }
}
function Find-FolderEntry([string] $Path) {
    $key = $Path.TrimEnd('\').ToLowerInvariant()
    foreach ($file in @($global:Windows.Files.Keys | Sort-Object)) { if ($file.StartsWith("$key\")) { Get-PathEntry $file } }
}
function Open-Entry([string] $Path, [int] $Access = 0) { $null = $Path, $Access; [System.IO.MemoryStream]::new() }
function Clear-Entry([string] $Path) {
    $global:Windows.Story += "delete $Path"
    $global:Windows.Files.Remove($Path.ToLowerInvariant())
}
function Test-FileEntry([string] $Path) { $global:Windows.Files.ContainsKey($Path.ToLowerInvariant()) }
function Get-PathSecurity([string] $Path) { if ($Path -notlike '*\Remedyc*' -or $global:Windows.Folders.ContainsKey($Path)) { [pscustomobject]@{ Owner = 'S-1-5-32-544'; Reparse = $false; Rules = @() } } }
function Get-FileSha256([string] $Path) { $global:Windows.Files[$Path.ToLowerInvariant()].Hash }
function Get-FileSignature([string] $Path) { $null = $Path; [pscustomobject]@{ Status = 'Valid'; Subject = 'CN=Contoso'; Thumbprint = 'A' * 40 } }
function Get-FileByte([string] $Path, [long] $Offset = 0, [int] $Count) { $null = $Path, $Offset, $Count; , [byte[]]@(77, 90) }
function Get-OwnFileByte([string] $Path, [int] $Count) { Get-FileByte $Path 0 $Count }
function Get-FileVersion([string] $Path) { $null = $Path; [version]'1.0' }
function Open-SourceFile([string] $Path, [scriptblock] $Body) { $null = $Path; & $Body }
function Get-SecretText([string] $Path) { $null = $Path; 'dpapi text' }

# Packages and programs. Outcomes: part of a command line -> Code (exit code), Do (what it does), TimedOut; without one, an uninstall command removes its entry.
function Find-UninstallEntry([int] $View) { $global:Windows.Packages | Where-Object { $_.View -eq $View } | ForEach-Object { [pscustomobject]$_ } }
function Test-InstallerBusy { $false }
function Invoke-Program([string] $Path, [string] $Arguments = '', [hashtable] $Environment = @{}, [timespan] $Timeout, [timespan] $Linger = [timespan]::Zero, [scriptblock] $Started) {
    $null = $Environment, $Timeout, $Linger
    $line = "$Path $Arguments"
    foreach ($part in @($global:Windows.Outcomes.Keys)) {
        if ($line.Contains($part)) {
            $outcome = $global:Windows.Outcomes[$part]
            $global:Windows.Story += "run $part"
            if ($outcome.ContainsKey('Do')) { & ([scriptblock]::Create($outcome.Do)) }
            return [pscustomobject]@{ ExitCode = $outcome.Code; TimedOut = $outcome.ContainsKey('TimedOut') }
        }
    }
    $gone = @($global:Windows.Packages | Where-Object { $line.Contains($_.Key) -or ($null -ne $_.QuietUninstallString -and $_.QuietUninstallString.Contains($Path)) })
    if ($gone.Count -gt 0) {
        $global:Windows.Story += "remove $($gone[0].DisplayName) $($gone[0].View)"
        $global:Windows.Packages = @($global:Windows.Packages | Where-Object { ($_.Key -ne $gone[0].Key -or $_.View -ne $gone[0].View) -and $gone[0].Gone -notcontains $_.DisplayName })
    }
    else { $global:Windows.Story += "run $line" }
    [pscustomobject]@{ ExitCode = 0; TimedOut = $false }
}
# The author's own PowerShell runs in this runspace here, where it reaches the tables.
function Invoke-ScriptText([string] $Text, [timespan] $Timeout) {
    $null = $Timeout
    try { [pscustomobject]@{ Output = @(& ([scriptblock]::Create($Text))); Notes = @(); Failure = ''; TimedOut = $false } }
    catch { [pscustomobject]@{ Output = @(); Notes = @(); Failure = $_.Exception.Message; TimedOut = $false } }
}

# Words of the tests
function Reset-Windows {
    $global:Windows = @{
        Now = [datetime]::new(2026, 11, 23, 12, 0, 0, [System.DateTimeKind]::Utc); Tick = [long]0; Sid = 'S-1-5-18'; Variables = @{ SystemDrive = 'C:' }; Environment = @{}; Accounts = @{}
        Logs = @{}; Folders = @{}; Marks = @{}; Session = @{}; Registry = @{}; Hidden = @(); Locked = @(); Broken = @{}; Stubborn = @(); Policies = @{}; BadHives = @(); HiveFiles = @{}; Unloaded = @{}
        Services = @{}; Processes = @(); Rights = @{}; Files = @{}; Packages = @(); Outcomes = @{}; Story = @(); Reads = @(); Errors = @()
    }
    foreach ($root in 'hklm|64|software', 'hklm|32|software', 'hklm|64|system', 'hkcu|64|software', 'hku|64|s-1-5-18') { Add-FakeKey $root }
}
# Windows restarts: what lives in memory is gone.
function Restart-Windows {
    $global:Windows.Session = @{}
    $global:Windows.Registry.Remove('hklm|64|software\microsoft\windows\currentversion\component based servicing\rebootpending')
}
function Set-Value([string] $Name, [object] $Data, [string] $Type = 'DWord', [string] $Key = 'HKLM\SOFTWARE\Demo', [int] $View = 64) {
    $hive, $path = $Key.Split([char[]]'\', 2)
    $full = Get-FakeKey $hive $path $View
    Add-FakeKey $full
    $global:Windows.Registry[$full][$Name] = @{ Type = $Type; Data = $Data }
}
function Set-Service([string] $Name, [hashtable] $With = @{}) {
    $service = @{ State = 'stopped'; ProcessId = 0; StartType = 2; Delayed = $false; Account = 'LocalSystem'; After = $null; OnStart = 0; Becomes = 'running'; Marked = $false; Held = $false }
    foreach ($key in $With.Keys) { $service[$key] = $With[$key] }
    if ($service.State -eq 'running') { $service.ProcessId = 100 }
    $global:Windows.Services[$Name] = $service
}
# A package: an MSI by its product code, a bundle, or an EXE. Gone: names that its removal takes along.
function Add-Package([string] $Name, [string] $Key, [hashtable] $With = @{}) {
    $entry = @{ Key = $Key; View = 64; Unreadable = ''; DisplayName = $Name; DisplayVersion = '1.2.3'; Publisher = 'Contoso'; InstallLocation = $null; UninstallString = $null; QuietUninstallString = $null; WindowsInstaller = $null; BundleCachePath = $null; BundleUpgradeCode = $null; Gone = @() }
    if ($Key -match '^\{') { $entry.WindowsInstaller = '1' }
    else {
        $program = "C:\Program Files\Contoso\$Key.exe"
        $entry.QuietUninstallString = "`"$program`" /quiet"
        $entry.UninstallString = "`"$program`""
        Add-File $program
    }
    foreach ($setting in $With.Keys) { $entry[$setting] = $With[$setting] }
    $global:Windows.Packages += $entry
}
function Add-File([string] $Path, [double] $HoursOld = 0) { $global:Windows.Files[$Path.ToLowerInvariant()] = @{ Time = $global:Windows.Now.AddHours(-$HoursOld); Hash = 'B' * 64 } }
function Add-Profile([string] $Sid, [string] $Name, [switch] $SignedIn, [int] $State = 0, [string] $Folder = "C:\Users\$Name") {
    $list = "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\$Sid"
    Set-Value 'ProfileImagePath' $Folder 'ExpandString' $list
    Set-Value 'State' $State 'DWord' $list
    $global:Windows.Folders[$Folder] = 'inherited'
    if ($SignedIn) { Add-FakeKey "hku|64|$($Sid.ToLowerInvariant())\software" }
    else { $global:Windows.HiveFiles["$Folder\NTUSER.DAT"] = @('software') }
}
