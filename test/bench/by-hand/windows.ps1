# A healthy machine in place of what touches Windows, the same for compiled scripts and for those by hand. The registry is read as the real one is: a key is opened, its values are
# asked for one by one, and closed.
class BenchKey {
    [Collections.Generic.Dictionary[string, object]] $Values = [Collections.Generic.Dictionary[string, object]]::new([StringComparer]::OrdinalIgnoreCase)
    [Collections.Generic.Dictionary[string, BenchKey]] $Keys = [Collections.Generic.Dictionary[string, BenchKey]]::new([StringComparer]::OrdinalIgnoreCase)
    [object] OpenSubKey([string] $Path) {
        $key = $this
        foreach ($part in $Path.Split('\')) {
            $found = $null
            if (-not $key.Keys.TryGetValue($part, [ref]$found)) { return $null }
            $key = $found
        }
        return $key
    }
    [BenchKey] Add([string] $Path) {
        $key = $this
        foreach ($part in $Path.Split('\')) {
            if (-not $key.Keys.ContainsKey($part)) { $key.Keys[$part] = [BenchKey]::new() }
            $key = $key.Keys[$part]
        }
        return $key
    }
    [string[]] GetSubKeyNames() { return [string[]]$this.Keys.Keys }
    [string[]] GetValueNames() { return [string[]]$this.Values.Keys }
    [string] GetValueKind([string] $Name) { return $(if ($this.Values[$Name] -is [int]) { 'DWord' } else { 'String' }) }
    [object] GetValue([string] $Name) { return $this.GetValue($Name, $null, '') }
    [object] GetValue([string] $Name, [object] $Default, [object] $Options) {
        $found = $null
        return $(if ($this.Values.TryGetValue($Name, [ref]$found)) { $found } else { $Default })
    }
    [void] Dispose() { }
}
$script:BenchRegistry = [BenchKey]::new()
function Add-BenchValue([string] $Path, [hashtable] $Values) {
    $key = $script:BenchRegistry.Add($Path)
    foreach ($name in $Values.Keys) { $key.Values[$name] = $Values[$name] }
}
$windows = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
Add-BenchValue $windows @{ CurrentBuildNumber = '20348'; InstallationType = 'Server' }
Add-BenchValue 'SYSTEM\CurrentControlSet\Control\ProductOptions' @{ ProductType = 'ServerNT' }
Add-BenchValue 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' @{ Release = 528449 }
Add-BenchValue 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' @{ SchUseStrongCrypto = 1 }
foreach ($role in 'Client', 'Server') { Add-BenchValue "SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\$role" @{ Enabled = 1; DisabledByDefault = 0 } }
$services = @('VaultSvc', 'AADConnectProvisioningAgent', 'AzureADConnectAgentUpdater') + @(0..4 | ForEach-Object { "Service$_" })
foreach ($name in $services) { Add-BenchValue "SYSTEM\CurrentControlSet\Services\$name" @{ Type = 16; Start = 2; ObjectName = "NT SERVICE\$name"; ImagePath = "C:\Program Files\$name\$name.exe" } }
foreach ($number in 0..19) { Add-BenchValue 'SOFTWARE\Contoso' @{ "Value$number" = $number } }
$uninstall = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'
foreach ($number in 1..298) {
    Add-BenchValue "$uninstall\Contoso$number" @{ DisplayName = "Contoso Tool $number"; DisplayVersion = "1.$number.0"; Publisher = 'Contoso'; UninstallString = "C:\Program Files\Contoso\$number\remove.exe" }
}
foreach ($name in 'Microsoft Entra Provisioning Agent', 'Microsoft Entra Provisioning Agent Package') { Add-BenchValue "$uninstall\$name" @{ DisplayName = $name; DisplayVersion = '1.1.1586.0'; Publisher = 'Microsoft Corporation' } }

function Open-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64, [string] $Mode) { if ($Hive -eq 'HKLM' -and $View -eq 64) { $script:BenchRegistry.OpenSubKey($Path) } }
function Get-ServiceState([string] $Name) { if ($script:BenchRegistry.OpenSubKey("SYSTEM\CurrentControlSet\Services\$Name")) { [pscustomobject]@{ State = 'running'; DisplayName = $Name } } }
function Get-UserRightHolder([string] $Right) { if ($Right -eq 'SeServiceLogonRight') { 'S-1-5-80-0', 'S-1-5-20' } }
function Get-ComputerMembership { [pscustomobject]@{ PartOfDomain = $true; Domain = 'contoso.com'; TotalPhysicalMemory = [long]16GB } }
function Get-MemoryModule { [long]16GB }
function Get-AccountSid([string] $Name) {
    if ($Name -eq 'NT SERVICE\AADConnectProvisioningAgent') { 'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616' }
}
function Test-Elevation { $true }
function Test-NarrowHost { $false }
function Get-UserSid { 'S-1-5-18' }
