# A registry made of a table: key 'HKLM|64|path' in lower case -> value name -> Type, Data. Stands in for the platform functions of the registry.
$script:Registry = @{}
# Keys that may not be written, and keys that may not be read
$script:Locked = @()
$script:Hidden = @()
$script:Writes = @()
$script:Policies = @()

function Get-FakeKey([string] $Hive, [string] $Path, [int] $View) { "$Hive|$View|$($Path.Trim('\'))".ToLowerInvariant() }
function Assert-FakeReadable([string] $Key) { if ($script:Hidden -contains $Key) { throw [System.Security.SecurityException]::new('Requested registry access is not allowed.') } }
function Add-FakeKey([string] $Key) {
    $hive, $view, $path = $Key.Split('|')
    $parts = $path.Split('\')
    for ($i = 1; $i -le $parts.Count; $i++) {
        $part = "$hive|$view|" + ($parts[0..($i - 1)] -join '\')
        if (-not $script:Registry.ContainsKey($part)) { $script:Registry[$part] = @{} }
    }
}
function Test-RegistryPath([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    Assert-FakeReadable $key
    $Path -eq '' -or $script:Registry.ContainsKey($key)
}
function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    Assert-FakeReadable $key
    if ($script:Registry.ContainsKey($key) -and $script:Registry[$key].ContainsKey($Name)) { $script:Registry[$key][$Name] }
}
function Get-RegistryValueName([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    Assert-FakeReadable $key
    if ($script:Registry.ContainsKey($key)) { $script:Registry[$key].Keys }
}
function Get-RegistrySubkey([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    Assert-FakeReadable $key
    $script:Registry.Keys | Where-Object { $_.StartsWith("$key\") } | ForEach-Object { $_.Substring($key.Length + 1).Split('\')[0].ToUpperInvariant() } | Sort-Object -Unique
}
function Test-RegistryAccess([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    if ($Path -eq '' -or $script:Registry.ContainsKey($key)) { $script:Locked -notcontains $key }
}
function Assert-FakeWritable([string] $Key) { if ($script:Locked -contains $Key) { throw [System.UnauthorizedAccessException]::new("Access to the registry key '$Key' is denied.") } }
function Write-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    Assert-FakeWritable $key
    Add-FakeKey $key
    $script:Registry[$key][$Name] = [pscustomobject]@{ Type = $Type; Data = $Data }
    $script:Writes += "write $key\$Name $Type $(@($Data) -join ',')"
}
function Clear-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    Assert-FakeWritable $key
    if ($script:Registry.ContainsKey($key)) { $script:Registry[$key].Remove($Name) }
    $script:Writes += "clear $key\$Name"
}
function Add-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    Add-FakeKey (Get-FakeKey $Hive $Path $View)
    $script:Writes += 'add ' + (Get-FakeKey $Hive $Path $View)
}
function Clear-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = Get-FakeKey $Hive $Path $View
    foreach ($name in @($script:Registry.Keys)) { if ($name -eq $key -or $name.StartsWith("$key\")) { $script:Registry.Remove($name) } }
    $script:Writes += "clear $key"
}
function Get-FakeAccount([string] $Space) { $Space -replace '^(computer$|user\\)' -replace '_', '-' }
function Get-RsopRegistrySetting([string] $Path, [string] $Name, [string] $Space = 'computer') {
    $account = Get-FakeAccount $Space
    $script:Policies | Where-Object { $_.Path -eq $Path -and $_.Name -eq $Name -and $_.Account -eq $account } | ForEach-Object { if ($_.Broken) { throw 'RSOP is off' }; $_ }
}
function Get-RsopGpoName([string] $GpoId, [string] $Space = 'computer') { "Policy $GpoId of '$(Get-FakeAccount $Space)'" }

# Words of the tests
function Reset-Fake { $script:Registry = @{}; $script:Locked = @(); $script:Hidden = @(); $script:Writes = @(); $script:Policies = @(); Add-FakeKey 'hklm|64|software'; Add-FakeKey 'hklm|32|software'; Add-FakeKey 'hklm|64|system'; Add-FakeKey 'hkcu|64|software' }
function Set-Fake([string] $Key, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64) {
    $hive, $path = $Key.Split([char[]]'\', 2)
    $full = Get-FakeKey $hive $path $View
    Add-FakeKey $full
    if ($Type -ne '') { $script:Registry[$full][$Name] = [pscustomobject]@{ Type = $Type; Data = $Data } }
}
function New-FakePolicy([string] $Path, [string] $Name, [int] $Type, [byte[]] $Data, [string] $Account = '', [switch] $Broken) {
    $script:Policies += [pscustomobject]@{ GpoId = 'G1'; Deleted = $false; Path = $Path; Name = $Name; Type = $Type; Data = $Data; Account = $Account; Broken = [bool]$Broken }
}
