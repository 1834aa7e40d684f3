# A file system made of a table: path in lower case -> entry. Stands in for the platform functions of files and folders.
$script:Disk = @{}
# Paths in use (cannot be deleted), paths that may not be listed or read, paths without the right to write or delete
$script:InUse = @()
$script:Closed = @()
$script:ReadOnly = @()
$script:Now = [datetime]::new(2026, 5, 1, 12, 0, 0, [DateTimeKind]::Utc)
$script:Open = @()
$script:Kept = @()
# the SHA-256 of what is copied, when somebody has exchanged the source meanwhile
$script:Exchanged = ''

function Get-Clock { $script:Now }
function Get-SpecialFolder([string] $Name) {
    @{ Windows = 'C:\Windows'; System = 'C:\Windows\System32'; SystemX86 = 'C:\Windows\SysWOW64'; ProgramFiles = 'C:\Program Files'; ProgramFilesX86 = 'C:\Program Files (x86)'
        CommonProgramFiles = 'C:\Program Files\Common Files'; CommonProgramFilesX86 = 'C:\Program Files (x86)\Common Files'; CommonApplicationData = 'C:\ProgramData'; UserProfile = 'C:\Windows\System32\config\systemprofile' }[$Name]
}
function Expand-Path([string] $Path) { $Path.Replace('%SystemDrive%', 'C:') }
function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) { if ($Name -eq 'ProfilesDirectory') { [pscustomobject]@{ Type = 'ExpandString'; Data = '%SystemDrive%\Users' } } }
function Assert-FakeOpen([string] $Path) { if ($script:Closed -contains $Path) { throw [System.UnauthorizedAccessException]::new("Access to the path '$Path' is denied.") } }
function Get-PathEntry([string] $Path) {
    Assert-FakeOpen $Path
    $key = $Path.TrimEnd('\').ToLowerInvariant()
    if ($script:Disk.ContainsKey($key)) { $script:Disk[$key] }
}
function Find-FolderEntry([string] $Path) {
    Assert-FakeOpen $Path
    $key = $Path.TrimEnd('\').ToLowerInvariant()
    if (-not $script:Disk.ContainsKey($key)) { throw [System.IO.DirectoryNotFoundException]::new("Could not find '$Path'.") }
    $script:Disk.Values | Where-Object { $_.Path.ToLowerInvariant().StartsWith("$key\") -and -not $_.Path.Substring($key.Length + 1).Contains('\') } | Sort-Object -Property Path
}
function Assert-FakePlain([string] $Path) {
    for ($above = $Path.TrimEnd('\'); $above.LastIndexOf('\') -gt 2; ) {
        $above = $above.Substring(0, $above.LastIndexOf('\'))
        if ($script:Disk.ContainsKey($above.ToLowerInvariant()) -and $script:Disk[$above.ToLowerInvariant()].IsLink) { throw "$Path leads to C:\Elsewhere" }
    }
}
function Open-Entry([string] $Path, [int] $Access = 0) {
    Assert-FakePlain $Path
    if ($Access -ne 0 -and $script:ReadOnly -contains $Path) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    [System.IO.MemoryStream]::new()
}
function Clear-Entry([string] $Path) {
    Assert-FakePlain $Path
    $key = $Path.TrimEnd('\').ToLowerInvariant()
    if (-not $script:Disk.ContainsKey($key)) { return }
    if ($script:InUse -contains $Path) { throw [System.IO.IOException]::new('The process cannot access the file.') }
    if (-not $script:Disk[$key].IsLink -and $script:Disk[$key].IsDirectory -and @(Find-FolderEntry $Path).Count -gt 0) { throw [System.ComponentModel.Win32Exception]::new(145, 'The directory is not empty') }
    $script:Disk.Remove($key)
}
function Add-HeldFolder([string] $Path) {
    Assert-FakePlain $Path
    Add-FakeFolder $Path
}
function Add-Folder([string] $Path) { Add-FakeFolder $Path }
function Get-FileVersion([string] $Path) { $script:Disk[$Path.ToLowerInvariant()].Version }
function Get-FileSha256([string] $Path) {
    Assert-FakeOpen $Path
    $script:Disk[$Path.ToLowerInvariant()].Sha
}
function Get-FileByte([string] $Path, [int] $Count) { , [byte[]]$script:Disk[$Path.ToLowerInvariant()].Bytes }
function Get-OwnFileByte([string] $Path, [int] $Count) { Get-FileByte $Path $Count }
function Open-SourceFile([string] $Path, [scriptblock] $Body) { & $Body }
function Test-FileEntry([string] $Path) { $script:Disk.ContainsKey($Path.ToLowerInvariant()) -and -not $script:Disk[$Path.ToLowerInvariant()].IsDirectory }
function Open-NewFile([string] $Path) {
    Assert-FakePlain $Path
    if ($script:Disk.ContainsKey($Path.ToLowerInvariant())) { throw [System.ComponentModel.Win32Exception]::new(80, 'The file exists') }
    Add-FakeFile $Path
    Add-Member -InputObject ([System.IO.MemoryStream]::new()) -NotePropertyName 'Path' -NotePropertyValue $Path -PassThru
}
function Write-FileByte([object] $File, [byte[]] $Data) { Add-FakeFile $File.Path -Bytes $Data }
function Write-FileCopy([object] $File, [string] $Source) {
    $from = $script:Disk[$Source.ToLowerInvariant()]
    Add-FakeFile $File.Path -Bytes $from.Bytes -Sha $from.Sha
    if ($script:Exchanged) { $script:Disk[$File.Path.ToLowerInvariant()].Sha = $script:Exchanged }
}
function Write-FileName([object] $File, [string] $Path) {
    Assert-FakePlain $Path
    $from = $script:Disk[$File.Path.ToLowerInvariant()]
    $script:Disk.Remove($File.Path.ToLowerInvariant())
    Add-FakeFile $Path -Bytes $from.Bytes -Sha $from.Sha
}
function Copy-FileAccess([string] $Source, [string] $Path) { $script:Kept += "$Source $Path" }
# Folders are safe to copy from, but for those in $script:Open, in which everybody may write.
function Get-PathSecurity([string] $Path) {
    if ($null -eq (Get-PathEntry $Path) -and $Path -ne 'C:\') { return }
    $rules = @(if ($script:Open -contains $Path) { [pscustomobject]@{ Sid = 'S-1-5-32-545'; Rights = 0x1301BF; Allow = $true; InheritOnly = $false; Inherited = $true } })
    [pscustomobject]@{ Owner = 'S-1-5-32-544'; Reparse = $false; Rules = $rules }
}
function Get-UserSid { 'S-1-5-18' }

# Words of the tests
function Reset-Fake { $script:Disk = @{}; $script:InUse = @(); $script:Closed = @(); $script:ReadOnly = @(); $script:Open = @(); $script:Kept = @(); $script:Exchanged = ''; Add-FakeFolder 'C:\Data' }
function Add-FakeFolder([string] $Path, [switch] $Link) {
    $parts = $Path.Split('\')
    for ($i = 1; $i -le $parts.Count; $i++) {
        $part = $parts[0..($i - 1)] -join '\'
        if (-not $script:Disk.ContainsKey($part.ToLowerInvariant())) {
            $script:Disk[$part.ToLowerInvariant()] = [pscustomobject]@{ Path = $part; Name = $parts[$i - 1]; IsDirectory = $true; IsLink = $false; Size = [long]0; WriteTime = $script:Now }
        }
    }
    if ($Link) { $script:Disk[$Path.ToLowerInvariant()].IsLink = $true }
}
function Add-FakeFile([string] $Path, [long] $Size = 10, [double] $Hours = 0, [byte[]] $Bytes = @(), [string] $Sha = '', [version] $Version = $null, [switch] $Link) {
    Add-FakeFolder $Path.Substring(0, $Path.LastIndexOf('\'))
    if ($Bytes.Count -gt 0) { $Size = $Bytes.Count }
    $script:Disk[$Path.ToLowerInvariant()] = [pscustomobject]@{
        Path = $Path; Name = $Path.Substring($Path.LastIndexOf('\') + 1); IsDirectory = $false; IsLink = [bool]$Link; Size = $Size
        WriteTime = $script:Now.AddHours(-$Hours); Bytes = $Bytes; Sha = $Sha; Version = $Version
    }
}
function Get-FakeTree([string] $Path) { $script:Disk.Keys | Where-Object { $_.StartsWith($Path.ToLowerInvariant() + '\') } | ForEach-Object { $_.Substring($Path.Length + 1) } | Sort-Object }
