# Uninstall entries, files with their rights and signatures, programs and the mutex of Windows Installer, made of tables. Beside fakes/services.ps1.
function Reset-Installer {
    $script:Entries = @()
    $script:Codes = @{}
    $script:Registered = @()
    $script:Products = @{}
    $script:Files = @{}
    $script:Paths = @{}
    $script:Runs = @()
    $script:Outcomes = @{}
    $script:BusyUntil = -1
    $script:Held = ''
    $script:Remedy.Remove('Setups')
    $script:Remedy.Remove('SearchBudget')
    $script:Remedy.Remove('Secrets')
    New-FakeFolder 'C:\'
    New-FakeFolder 'C:\Media'
    New-FakeFile 'C:\Media\setup.exe'
    New-FakeFile 'C:\Media\agent.msi'
    New-FakeFolder 'C:\Program Files'
    New-FakeFolder 'C:\Program Files\Contoso'
    New-FakeFile 'C:\Program Files\Contoso\un inst.exe'
}
function New-FakeFolder([string] $Path, [object[]] $Rules = @(), [string] $Owner = 'S-1-5-32-544') {
    $script:Paths[$Path] = [pscustomobject]@{ Owner = $Owner; Reparse = $false; Rules = @([pscustomobject]@{ Sid = 'S-1-5-18'; Rights = 0x1F01FF; Allow = $true; InheritOnly = $false }) + $Rules }
}
function New-FakeRule([string] $Sid, [int] $Rights, [bool] $Allow = $true, [bool] $InheritOnly = $false) { [pscustomobject]@{ Sid = $Sid; Rights = $Rights; Allow = $Allow; InheritOnly = $InheritOnly } }
function New-FakeFile([string] $Path, [hashtable] $With = @{}) {
    New-FakeFolder $Path
    $file = @{ Bytes = [byte[]]@(77, 90); Time = (Get-Clock); Status = 'Valid'; Subject = 'CN=Contoso, O=Contoso, C=US'; Thumbprint = 'A' * 40; Hash = 'B' * 64 }
    foreach ($key in $With.Keys) { $file[$key] = $With[$key] }
    $script:Files[$Path] = $file
}
# An uninstall entry; Gone: what is removed with it.
function New-FakeEntry([string] $Key, [string] $Name, [hashtable] $With = @{}, [hashtable] $More = @{}) {
    $entry = [ordered]@{ Key = $Key; View = 64; Unreadable = ''; DisplayName = $Name; DisplayVersion = '1.2.3'; Publisher = 'Contoso'; InstallLocation = $null; UninstallString = $null; QuietUninstallString = $null; WindowsInstaller = $null; BundleCachePath = $null; BundleUpgradeCode = $null; Gone = @() }
    foreach ($setting in $With.Keys) { $entry[$setting] = $With[$setting] }
    foreach ($setting in $More.Keys) { $entry[$setting] = $More[$setting] }
    $script:Entries += [pscustomobject]$entry
}
function Find-UninstallEntry([int] $View) { $script:Entries | Where-Object { $_.View -eq $View } }
function Get-RegistrySubkey([string] $Hive, [string] $Path, [int] $View = 64) { if ($Path -like '*\UpgradeCodes') { $script:Codes.Keys } elseif ($Path -like '*\Classes\Installer\Products') { $script:Products.Keys } }
# What Windows Installer knows: packed code -> value -> data.
function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    foreach ($packed in $script:Products.Keys) { if ($Path -like "*\Products\$packed*" -and $script:Products[$packed].ContainsKey($Name)) { [pscustomobject]@{ Type = 'String'; Data = $script:Products[$packed][$Name] } } }
}
function Get-RegistryValueName([string] $Hive, [string] $Path, [int] $View = 64) { $code = $Path.Split('\')[-1]; if ($script:Codes.ContainsKey($code)) { $script:Codes[$code] } }
# Windows Installer's own keys, made of what is written there: "path|value".
function Find-RegistrySubkey([string] $Path, [string] $ValueName) { foreach ($held in $script:Registered) { if ($held.StartsWith("$Path\") -and $held.EndsWith("|$ValueName")) { $held.Substring($Path.Length + 1).Split('|')[0] } } }
# What is noted for -Rollback comes before what is taken away.
function Save-RegistryValue([string] $Hive, [string] $Path, [string] $Name) { $script:Story += "save $Hive\$Path|$Name" }
function Save-RegistryTree([string] $Hive, [string] $Path, [int] $View = 64) { $script:Story += "save $Hive\$Path $View" }
function Clear-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) { $script:Story += "clear $Hive\$Path|$Name" }
function Clear-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    $script:Story += "clear $Hive\$Path $View"
    $script:Entries = @($script:Entries | Where-Object { $Path -notlike "*\Uninstall\$($_.Key)" -or $View -ne $_.View })
}
function Test-FileEntry([string] $Path) { $script:Files.ContainsKey($Path) }
function Get-PathSecurity([string] $Path) { if ($script:Paths.ContainsKey($Path)) { $script:Paths[$Path] } }
function Get-UserSid { 'S-1-5-21-1-1-1-777' }
function Get-FileSignature([string] $Path) { $file = $script:Files[$Path]; [pscustomobject]@{ Status = $file.Status; Subject = $file.Subject; Thumbprint = $file.Thumbprint } }
function Get-FileSha256([string] $Path) { $script:Files[$Path].Hash }
function Get-FileByte([string] $Path, [long] $Offset = 0, [int] $Count) {
    $bytes = $script:Files[$Path].Bytes
    $end = [Math]::Min($bytes.Length, $Offset + $Count)
    , [byte[]]$(if ($end -gt $Offset) { $bytes[$Offset..($end - 1)] } else { @() })
}
function Open-SourceFile([string] $Path, [scriptblock] $Body) {
    if (-not $script:Files.ContainsKey($Path)) { throw [System.IO.FileNotFoundException]::new("Could not find file '$Path'.") }
    $script:Held = $Path
    try { & $Body } finally { $script:Held = '' }
}
function Find-LogFile([string] $Folder, [string] $Pattern) {
    foreach ($path in @($script:Files.Keys)) {
        if ($path -like "$Folder\$Pattern" -and $path.Substring($Folder.Length + 1) -notlike '*\*') { [pscustomobject]@{ Path = $path; Length = [long]$script:Files[$path].Bytes.Length; Time = $script:Files[$path].Time } }
    }
}
function Clear-LogFile([string] $Path) { $script:Story += "delete $Path"; $script:Files.Remove($Path) }
function Confirm-Folder([string] $Path) { $script:Story += "folder $Path" }
function Get-SpecialFolder([string] $Name) { @{ Windows = 'C:\Windows'; System = 'C:\Windows\System32'; ProgramFiles = 'C:\Program Files' }[$Name] }
function Test-InstallerBusy { $script:Tick -lt $script:BusyUntil }
# Outcomes: part of the command line -> @{ Codes = exit codes in turn; Log = text; TimedOut; Do = block }. Without one, an uninstaller of an entry removes it.
function Invoke-Program([string] $Path, [string] $Arguments = '', [hashtable] $Environment = @{}, [timespan] $Timeout, [timespan] $Linger = [timespan]::Zero, [scriptblock] $Started) {
    $script:Runs += [pscustomobject]@{ Command = "$Path $Arguments"; Temp = $Environment['TEMP']; Tmp = $Environment['TMP']; Held = $script:Held; Timeout = [string]$Timeout; Linger = [string]$Linger; Cleared = @($Environment.Keys | Where-Object { $null -eq $Environment[$_] }) }
    foreach ($key in @($script:Outcomes.Keys)) {
        if ("$Path $Arguments".Contains($key)) {
            $outcome = $script:Outcomes[$key]
            if ($outcome.ContainsKey('Log') -and $Arguments -match '(C:\\State\\setup\\[^" ]+\.log)') { New-FakeFile $Matches[1] @{ Bytes = [System.Text.Encoding]::Unicode.GetBytes([char]0xFEFF + $outcome.Log) } }
            if ($outcome.ContainsKey('Do')) { & $outcome.Do }
            $code, $rest = $outcome.Codes
            if ($null -ne $rest) { $outcome.Codes = @($rest) }
            return [pscustomobject]@{ ExitCode = $code; TimedOut = $outcome.ContainsKey('TimedOut') }
        }
    }
    $entry = $script:Entries | Where-Object { ($_.Key.StartsWith('{') -and "$Path $Arguments".Contains($_.Key)) -or ($null -ne $_.UninstallString -and $_.UninstallString.Contains($Path)) } | Select-Object -First 1
    if ($null -ne $entry) { $script:Entries = @($script:Entries | Where-Object { $_ -ne $entry -and $entry.Gone -notcontains $_.Key }) }
    [pscustomobject]@{ ExitCode = 0; TimedOut = $false }
}
