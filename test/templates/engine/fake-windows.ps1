# Stands in for the platform functions in the engine's tests: a machine made of tables, $global:Windows.
# Every function that changes something calls Write-Effect, which can freeze the machine: what comes after happens to nobody.

function Write-Effect {
    $global:Windows.Effects++
    if ($global:Windows.Effects -eq $global:Windows.KillAt) {
        $global:Windows.KillAt = -1
        $global:Windows.Frozen = [System.Management.Automation.PSSerializer]::Serialize($global:Windows, 6)
    }
}

function Get-Clock { $global:Windows.Now }

function Get-Tick { [long]$global:Windows.Tick }

function Wait-Moment {
    param([int] $Milliseconds)
    $global:Windows.Tick += $Milliseconds
    $global:Windows.Now = $global:Windows.Now.AddMilliseconds($Milliseconds)
}

function Add-LogText {
    param([string] $Path, [string] $Text)
    if ($global:Windows.LogError -ne '') { throw $global:Windows.LogError }
    Write-Effect
    $global:Windows.Files[$Path] = [string]$global:Windows.Files[$Path] + $Text
}

function Add-JournalText {
    param([string] $Path, [string] $Text)
    Write-Effect
    $global:Windows.Files[$Path] = [string]$global:Windows.Files[$Path] + $Text
}

function Get-LogLength {
    param([string] $Path)
    ([string]$global:Windows.Files[$Path]).Length
}

function Move-Log {
    param([string] $Path, [string] $Destination, [long] $Above = 0)
    if (([string]$global:Windows.Files[$Path]).Length -le $Above) { return }
    Write-Effect
    $global:Windows.Files[$Destination] = $global:Windows.Files[$Path]
    $global:Windows.Files.Remove($Path)
}

function Find-Mark {
    param([string] $Hive, [string] $Remedy, [switch] $Session)
    $table = if ($Session) { $global:Windows.Session } else { $global:Windows.Marks }
    $found = @{}
    foreach ($key in $table.Keys) { if ($key.StartsWith("$Hive\$Remedy\")) { $found[$key.Substring("$Hive\$Remedy\".Length)] = $table[$key] } }
    $found
}

function Get-RegistryValue {
    param([string] $Hive, [string] $Path, [string] $Name, [int] $View)
    $mark = (Find-Mark -Hive $Hive -Remedy $Path.Substring('SOFTWARE\Remedyc\'.Length))[$Name]
    if ($null -ne $mark) { [pscustomobject]@{ Type = 'String'; Data = $mark } }
}

function Write-Mark {
    param([string] $Hive, [string] $Remedy, [string] $Name, [string] $Value, [switch] $Session)
    if ($global:Windows.BadMarks -contains $Name) { throw [UnauthorizedAccessException]::new('Attempted to perform an unauthorized operation.') }
    Write-Effect
    $table = if ($Session) { $global:Windows.Session } else { $global:Windows.Marks }
    if ($Value -ne '') { $table["$Hive\$Remedy\$Name"] = $Value } else { $table.Remove("$Hive\$Remedy\$Name") }
}

function Write-ErrorText {
    param([string] $Text)
    $global:Windows.Errors += $Text
}

function Open-LockFile {
    param([string] $Path)
    if ($global:Windows.LockedUntil -gt $global:Windows.Tick) { return }
    Write-Effect
    $global:Windows.Files[$Path] = ''
    [System.IO.MemoryStream]::new()
}

function Test-Elevation { [bool]$global:Windows.Elevated }

function Get-UserSid { $global:Windows.Sid }

function Test-NarrowHost { [bool]$global:Windows.Narrow }

function Invoke-WidePowerShell {
    param([string[]] $Argument)
    'wide: ' + ($Argument -join ' ')
    42
}

function Get-SpecialFolder {
    param([string] $Name)
    @{
        ProgramFiles = 'C:\Program Files'; Windows = 'C:\Windows'; LocalApplicationData = 'C:\Users\ann\AppData\Local'; CommonApplicationData = 'C:\ProgramData'
        CommonDocuments = 'C:\Users\Public\Documents'; UserProfile = 'C:\Users\ann'; ProgramFilesX86 = 'C:\Program Files (x86)'
    }[$Name]
}

function Get-MachineVariable {
    param([string] $Name)
    $global:Windows.Variables[$Name]
}

function Get-ProcessVariable {
    param([string] $Name)
    $global:Windows.Environment[$Name]
}

function Get-AccountSid {
    param([string] $Name)
    $global:Windows.Accounts[$Name]
}

function Get-SecretText {
    param([string] $Path)
    $global:Windows.Files[$Path]
}

function Unprotect-Secret {
    param([byte[]] $Data)
    if ($Data[0] -eq 0) { throw 'wrong key' }
    , $Data
}

function Test-FileEntry {
    param([string] $Path)
    $global:Windows.Files.ContainsKey($Path)
}

# A folder: Owner, Protected, Reparse, and Rules besides those of SYSTEM, as they stand in SDDL.
function Get-FolderSddl {
    param([string] $Path)
    if (-not $global:Windows.Folders.ContainsKey($Path)) { return }
    $folder = $global:Windows.Folders[$Path]
    if ($folder.Reparse) { return 'link' }
    "O:$($folder.Owner)G:SYD:$(if ($folder.Protected) { 'P' })AI(A;OICI$(if (-not $folder.Protected) { 'ID' });FA;;;SY)$(if ($folder.ContainsKey('Rules')) { $folder.Rules })"
}

function Get-OwnFolder {
    param([string] $Name)
    Get-SpecialFolder -Name $Name
}

function Add-ProtectedFolder {
    param([string] $Path)
    Write-Effect
    $global:Windows.Folders[$Path] = @{ Owner = 'BA'; Protected = $true; Reparse = $false }
}

function Add-Folder {
    param([string] $Path)
    Write-Effect
    $global:Windows.Folders[$Path] = @{ Owner = $global:Windows.Sid; Protected = $false; Reparse = $false }
}

function Test-RegistryPath {
    param([string] $Hive, [string] $Path)
    $global:Windows.Hives.ContainsKey($Path)
}

function Invoke-HiveLoad {
    param([string] $Name, [string] $File)
    if ($global:Windows.BadHives -contains $File) { throw "the file $File is damaged" }
    $global:Windows.Hives[$Name] = $File
}

function Invoke-HiveUnload {
    param([string] $Name)
    $global:Windows.Hives.Remove($Name)
}

function Get-ServiceStatus {
    param([string] $Name)
    if ($global:Windows.Services.ContainsKey($Name)) { [pscustomobject]@{ State = $global:Windows.Services[$Name] } }
}

function Get-ServiceState {
    param([string] $Name)
    Get-ServiceStatus -Name $Name
}

function Find-ServiceDependent {
    param([string] $Name)
    foreach ($one in @($global:Windows.Dependents[$Name])) { if ($null -ne $one -and $global:Windows.Services[$one] -ne 'stopped') { $one } }
}

function Wait-ServiceStop {
    param([string] $Name)
    Write-Effect
    $global:Windows.Story += "stop $Name"
    if ($global:Windows.Broken.ContainsKey("stop $Name")) { throw $global:Windows.Broken["stop $Name"] }
    foreach ($one in @(Find-ServiceDependent -Name $Name) + @($Name)) { $global:Windows.Services[$one] = 'stopped' }
}

function Wait-ServiceStart {
    param([string] $Name)
    Write-Effect
    $global:Windows.Story += "start $Name"
    if ($global:Windows.Broken.ContainsKey("start $Name")) { throw $global:Windows.Broken["start $Name"] }
    $global:Windows.Services[$Name] = 'running'
    Clear-SavedMark -Name "Stopped $Name" -Session
}

function Find-Process {
    param([string] $Name)
    foreach ($one in @($global:Windows.Processes)) { if ($one -eq $Name) { [pscustomobject]@{ Id = 7; Name = $one; StartTime = [datetime]::new(2026, 1, 1) } } }
}

function Invoke-ProcessEnd {
    param([int] $Id, [datetime] $StartTime)
    Write-Effect
    $global:Windows.Story += 'end process'
    $global:Windows.Processes = @()
    $true
}

# A resource kind of the tests: a setting has a value. Broken: its repair raises; Unreadable: reading raises; Stubborn: its repair does nothing;
# Late: its repair needs a restart; Policy: what stands in the way; Odd: what its test gives.
function Read-Setting {
    param([string] $Name)
    $global:Windows.Reads += $Name
    if ($global:Windows.Unreadable.ContainsKey($Name)) { throw $global:Windows.Unreadable[$Name] }
    $global:Windows.Settings[$Name]
}

function Test-Setting {
    param([string] $Name, [string] $Value)
    if ($global:Windows.Odd.ContainsKey($Name)) { return $global:Windows.Odd[$Name] }
    $now = Read-Setting -Name $Name
    if ($now -ne $Value) { "setting $Name is $(ConvertTo-Text $now)" }
}

function Find-SettingBlocker {
    param([string] $Name)
    $global:Windows.Asked += $Name
    if ($global:Windows.Policy.ContainsKey($Name)) { "it is set by the domain GPO '$($global:Windows.Policy[$Name])'" }
}

function Repair-Setting {
    param([string] $Name, [string] $Value)
    Write-Effect
    $global:Windows.Story += "set $Name"
    if ($global:Windows.Broken.ContainsKey($Name)) { throw $global:Windows.Broken[$Name] }
    if ($global:Windows.Late.ContainsKey($Name)) { return NeedsRestart "setting $Name counts after a restart" }
    if (-not $global:Windows.Stubborn.ContainsKey($Name)) { $global:Windows.Settings[$Name] = $Value }
}
