# Services, processes, user rights, events and the clock made of tables; every change is a line of $script:Story.
function Reset-Fake {
    $script:Story = @()
    $script:Tick = [long]0
    $script:Services = @{}
    $script:Processes = @()
    $script:Rights = @{}
    $script:Policy = @{}
    $script:Events = @()
    $script:Values = @{}
    $script:Findings = @()
    $script:Variables = @{}
    $script:Names = @{ 'NT SERVICE\Agent' = 'S-1-5-80-9'; 'NT SERVICE\ALL SERVICES' = 'S-1-5-80-0'; 'CONTOSO\svc' = 'S-1-5-21-1-2-3-1105' }
    $script:Remedy['Accounts'] = @{ 'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES' }
    $script:Remedy['State'] = 'C:\State'
    $script:Remedy['Started'] = [long]0
    $script:Remedy['Step'] = 'a'
    $script:Remedy['Services'] = @()
    $script:Remedy['Remarks'] = [Collections.Generic.List[string]]::new()
    $script:Remedy['Context'] = 'system'
    $script:Remedy['Session'] = @{}
}
# A service: After = @(milliseconds, state) is what becomes of a pending state; OnStart is the error number of a start, Becomes the state after it.
function New-FakeService([string] $Name, [hashtable] $With = @{}) {
    $service = @{
        State = 'stopped'; ProcessId = 0; OwnProcess = $true; ExitCode = 0; ServiceExitCode = 0; StartType = 2; Delayed = $false; Account = "NT SERVICE\$Name"; Type = 16; DisplayName = "$Name service"
        Dependencies = @(); Dependents = @(); After = $null; OnStart = 0; Becomes = 'running'; OnStop = 0; BecomesAtStop = 'stopped'; Held = $false; Marked = $false; OnDelete = 0; OnWrite = 0
    }
    foreach ($key in $With.Keys) { $service[$key] = $With[$key] }
    if ($service.State -eq 'running' -and $service.ProcessId -eq 0) { $service.ProcessId = 100 }
    $script:Services[$Name] = $service
}
function Get-FakeService([string] $Name) {
    if (-not $script:Services.ContainsKey($Name)) { return }
    $service = $script:Services[$Name]
    if ($null -ne $service.After -and $script:Tick -ge $service.After[0]) { $service.State = $service.After[1]; $service.After = $null }
    if ($service.State -eq 'stopped' -and $service.Marked -and -not $service.Held) { $script:Services.Remove($Name); return }
    $service
}
function Write-Mark { }
function Get-Clock { [datetime]::new(2026, 11, 23, 12, 0, 0, [System.DateTimeKind]::Utc).AddMilliseconds($script:Tick) }
function Get-Tick { $script:Tick }
function Wait-Moment([int] $Milliseconds) { $script:Tick += $Milliseconds }
function Get-ServiceStatus([string] $Name) {
    if ($Name -eq 'Unreadable') { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied.') }
    $service = Get-FakeService $Name
    if ($null -ne $service) { [pscustomobject]@{ State = $service.State; ProcessId = $service.ProcessId; OwnProcess = $service.OwnProcess; ExitCode = $service.ExitCode; ServiceExitCode = $service.ServiceExitCode } }
}
function Get-ServiceState([string] $Name) {
    $status = Get-ServiceStatus $Name
    if ($null -ne $status) { [pscustomobject]@{ State = $status.State; DisplayName = (Get-FakeService $Name).DisplayName } }
}
function Find-ServiceName([string] $DisplayName) { foreach ($name in $script:Services.Keys) { if ($script:Services[$name].DisplayName -eq $DisplayName) { return $name } } }
function Get-ServiceConfiguration([string] $Name) {
    if ($Name -eq 'Unreadable') { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied.') }
    $service = Get-FakeService $Name
    if ($null -ne $service) { [pscustomobject]@{ Type = $service.Type; StartType = $service.StartType; Delayed = $service.Delayed; Account = $service.Account; Path = "C:\$Name.exe"; Dependencies = @($service.Dependencies) } }
}
function Find-ServiceDependent([string] $Name) { foreach ($dependent in @((Get-FakeService $Name).Dependents)) { if ((Get-FakeService $dependent).State -ne 'stopped') { $dependent } } }
function Find-ServiceProcess { foreach ($name in $script:Services.Keys) { if ($script:Services[$name].ProcessId -ne 0) { [pscustomobject]@{ Name = $name; ProcessId = $script:Services[$name].ProcessId } } } }
function Invoke-ServiceStart([string] $Name) {
    $script:Story += "start $Name"
    $service = Get-FakeService $Name
    if ($null -eq $service) { return 1060 }
    if ($service.OnStart -eq 0) { $service.State = $service.Becomes; $service.ProcessId = 200 }
    $service.OnStart
}
function Invoke-ServiceStop([string] $Name) {
    $script:Story += "stop $Name"
    $service = Get-FakeService $Name
    if ($null -eq $service) { return 1060 }
    if ($service.OnStop -eq 0) { $service.State = $service.BecomesAtStop }
    $service.OnStop
}
function Uninstall-Service([string] $Name) {
    $script:Story += "delete $Name"
    $service = Get-FakeService $Name
    if ($null -eq $service) { return 1060 }
    if ($service.OnDelete -eq 0) { $service.Marked = $true }
    $service.OnDelete
}
function Write-ServiceStartup([string] $Name, [string] $Start) {
    $script:Story += "write $Name $Start"
    $service = Get-FakeService $Name
    $service.StartType = @{ 'auto' = 2; 'delayed-auto' = 2; 'demand' = 3; 'disabled' = 4 }[$Start]
    $service.Delayed = $Start -eq 'delayed-auto'
    $service.OnWrite
}
function Write-ServiceAccount([string] $Name, [string] $Account, [securestring] $Password) {
    $length = if ($null -ne $Password) { " password of $($Password.Length)" } else { '' }
    $script:Story += "write $Name $Account$length"
    $service = Get-FakeService $Name
    $service.Account = $Account
    $service.OnWrite
}
function New-FakeProcess([int] $Id, [string] $Name, [hashtable] $With = @{}) {
    $process = [pscustomobject]@{ Id = $Id; Name = $Name; Path = "C:\$Name.exe"; Session = 0; StartTime = [datetime]::new(2026, 11, 23); Window = $false; Stubborn = $false }
    foreach ($key in $With.Keys) { $process.$key = $With[$key] }
    $script:Processes += $process
}
function Find-Process([string] $Name = '', [int] $Id = 0) { $script:Processes | Where-Object { if ($Name -ne '') { $_.Name -eq $Name } else { $_.Id -eq $Id } } }
function Invoke-ProcessEnd([int] $Id, [datetime] $StartTime) {
    $found = @($script:Processes | Where-Object { $_.Id -eq $Id -and $_.StartTime -eq $StartTime })
    if ($found.Count -eq 0) { return $false }
    $script:Story += "end $Id"
    $script:Processes = @($script:Processes | Where-Object { $_.Id -ne $Id })
    foreach ($service in @($script:Services.Values)) {
        if ($service.ProcessId -ne $Id) { continue }
        $service.State = 'stopped'
        $service.ProcessId = 0
        New-FakeEvent 7034 @($service.DisplayName, '1')
    }
    $true
}
function Invoke-ProcessClose([int] $Id, [datetime] $StartTime) {
    $found = @($script:Processes | Where-Object { $_.Id -eq $Id -and $_.StartTime -eq $StartTime -and $_.Window })
    if ($found.Count -eq 0) { return $false }
    $script:Story += "close $Id"
    if (-not $found[0].Stubborn) { $script:Processes = @($script:Processes | Where-Object { $_.Id -ne $Id }) }
    $true
}
function Get-FileVersion([string] $Path) { [version]'1.2.3.4' }
function Get-UserRightHolder([string] $Right) { if ($script:Rights.ContainsKey($Right)) { $script:Rights[$Right] } }
function Grant-UserRight([string] $Right, [string] $Sid) {
    $script:Story += "grant $Right $Sid"
    if ($Sid -ne 'S-1-5-21-9-9-9-9') { $script:Rights[$Right] = @(Get-UserRightHolder $Right) + $Sid }
}
function Revoke-UserRight([string] $Right, [string] $Sid) {
    $script:Story += "revoke $Right $Sid"
    $script:Rights[$Right] = @(Get-UserRightHolder $Right | Where-Object { $_ -ne $Sid })
}
function Get-RsopUserRight([string] $Right) {
    $script:Story += "rsop $Right"
    if ($script:Policy.ContainsKey('broken')) { throw 'Invalid namespace' }
    if ($script:Policy.ContainsKey($Right)) { [pscustomobject]@{ GpoId = 'CN={1},DC=contoso'; Accounts = [string[]]$script:Policy[$Right] } }
}
function Get-RsopGpoName([string] $GpoId, [string] $Space = 'computer') { if ($script:Policy.ContainsKey('name')) { $script:Policy.name } }
function Get-AccountSid([string] $Name) { if ($script:Names.ContainsKey($Name)) { $script:Names[$Name] } }
function Get-AccountName([string] $Sid) { foreach ($name in $script:Names.Keys) { if ($script:Names[$name] -eq $Sid) { $name } } }
function Get-ProcessVariable([string] $Name) { if ($script:Variables.ContainsKey($Name)) { $script:Variables[$Name] } }
function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    $service = if ($Path -match '\\Services\\([^\\]+)$') { $script:Services[$Matches[1]] } else { $null }
    if ($null -ne $service) { if ($Name -eq 'DeleteFlag' -and $service.Marked) { [pscustomobject]@{ Type = 'DWord'; Data = 1 } } }
    elseif ($script:Values.ContainsKey($Name)) { [pscustomobject]@{ Type = 'String'; Data = $script:Values[$Name] } }
}
function New-FakeEvent([int] $Id, [string[]] $Values, [string] $Source = 'Service Control Manager', [string] $Log = 'System', [int] $MinutesAgo = 0) {
    $script:Events += [pscustomobject]@{ Log = $Log; Id = $Id; Time = (Get-Clock).AddMinutes(-$MinutesAgo); Source = $Source; Values = $Values }
}
function Find-EventRecord([string] $Log, [datetime] $Since, [string] $Source = '', [int[]] $Id = @()) {
    if ($script:Policy.ContainsKey('nolog')) { throw 'no log' }
    $script:Events | Where-Object { $_.Log -eq $Log -and $_.Time -ge $Since -and ($Source -eq '' -or $_.Source -eq $Source) -and ($Id.Count -eq 0 -or $Id -contains $_.Id) } | Sort-Object -Property Time -Descending
}
function Write-Finding([string] $Text, [switch] $Seen) { $null = $Seen; $script:Findings += $Text }
# The present step has an item about these resources.
function New-FakeStep([string[]] $Services) { $script:Remedy['Services'] = $Services }
