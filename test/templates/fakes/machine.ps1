# What the platform functions of facts and profiles answer. Registry facts come from fakes/registry.ps1.
$script:Membership = [pscustomobject]@{ PartOfDomain = $false; Domain = 'WORKGROUP'; TotalPhysicalMemory = [long]4193000000 }
$script:Modules = @()
$script:Disks = @{}
$script:Port = { $false }
$script:Waits = 0
$script:ConfigMgr = $null
$script:Folders = @()
$script:Programs = @()
$script:ProgramResult = [pscustomobject]@{ ExitCode = 0; TimedOut = $false }

function Get-ComputerMembership { $script:Membership }
function Get-MemoryModule { $script:Modules }
function Get-DiskSpace([string] $Drive) { if ($script:Disks.ContainsKey($Drive)) { $script:Disks[$Drive] } }
function Test-TcpPort([string] $Target, [int] $Port, [timespan] $Timeout) { & $script:Port $Target $Port $Timeout }
function Wait-Moment([int] $Milliseconds) { $script:Waits += $Milliseconds }
function Get-ConfigMgrRestart { if ($null -eq $script:ConfigMgr) { throw 'Invalid namespace' }; & $script:ConfigMgr }
function Get-ServiceState([string] $Name) { if ($Name -eq 'CcmExec' -and $null -ne $script:ConfigMgr) { [pscustomobject]@{ State = 'running' } } }
function Get-SystemUptime { [timespan]'1.02:03:04' }
function Get-SystemLanguage { 'de-DE' }
function Get-SpecialFolder([string] $Name) { @{ System = 'C:\Windows\System32'; Windows = 'C:\Windows' }[$Name] }
function Get-PathEntry([string] $Path) { if ($script:Folders -contains $Path) { [pscustomobject]@{ Path = $Path; IsDirectory = $true; IsLink = $false } } }
function Expand-Path([string] $Path) { $Path.Replace('%SystemDrive%', 'C:') }
function Invoke-Program([string] $Path, [string] $Arguments, [timespan] $Timeout) {
    $script:Programs += "$Path $Arguments"
    $script:ProgramResult
}
