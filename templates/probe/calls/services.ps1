# A service of the probe's own, disabled from the first moment and never started, and services of Windows that are only read.
$service = $Remedy.Service
$system = Get-SpecialFolder -Name 'System'
$trouble = Attempt {
    if ($null -eq (Get-ServiceStatus -Name $service)) {
        $run = Invoke-Program -Path "$system\sc.exe" -Arguments "create $service binPath= `"$system\sc.exe`" start= disabled DisplayName= `"Remedyc probe`"" -Timeout ([timespan]'00:01:00')
        Expect 'exit code of sc.exe create' $run.ExitCode -Is 0
    }
}
Probe 'Get-ServiceStatus' {
    $status = Get-ServiceStatus -Name 'EventLog'
    Expect 'state of EventLog' $status.State -Is 'running'
    Expect 'its process' ($status.ProcessId -gt 0 -and @(Find-Process -Id $status.ProcessId).Count -eq 1)
    Expect 'a service that is not there' ($null -eq (Get-ServiceStatus -Name 'RemedycNone'))
    if ($trouble -eq '') {
        $status = Get-ServiceStatus -Name $service
        Expect 'state, process, kind of our own' @($status.State, $status.ProcessId, $status.OwnProcess) -Is @('stopped', 0, $true)
    }
}
Probe 'Get-ServiceState' {
    Expect 'state of EventLog' (Get-ServiceState -Name 'EventLog').State -Is 'running'
    Expect 'a service that is not there' ($null -eq (Get-ServiceState -Name 'RemedycNone'))
    if ($trouble -eq '') {
        $state = Get-ServiceState -Name $service
        Expect 'state and name of our own' @($state.State, $state.DisplayName) -Is @('stopped', 'Remedyc probe')
    }
}
Probe 'Find-ServiceName' {
    Expect 'a display name that no service has' ($null -eq (Find-ServiceName -DisplayName 'Remedyc none'))
    Expect 'its own name by that of EventLog' (Find-ServiceName -DisplayName (Get-ServiceState -Name 'EventLog').DisplayName) -Is 'EventLog'
}
Probe 'Get-ServiceConfiguration' {
    $configuration = Get-ServiceConfiguration -Name 'EventLog'
    Expect 'start type of EventLog' $configuration.StartType -Is 2
    Expect 'its account' ($configuration.Account.Length -gt 0)
    Expect 'a service that is not there' ($null -eq (Get-ServiceConfiguration -Name 'RemedycNone'))
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    $configuration = Get-ServiceConfiguration -Name $service
    Expect 'type, start type, delay, account' @($configuration.Type, $configuration.StartType, $configuration.Delayed, $configuration.Account) -Is @(16, 4, $false, 'LocalSystem')
    Expect 'program' $configuration.Path.Trim('"') -Is "$system\sc.exe"
    Expect 'dependencies' @($configuration.Dependencies).Count -Is 0
}
Probe 'Find-ServiceKey' { Expect 'EventLog is among them' (@(Find-ServiceKey) -contains 'EventLog') }
Probe 'Get-ServiceCommand' {
    Expect 'that of EventLog' ((Get-ServiceCommand -Name 'EventLog') -match 'svchost\.exe')
    Expect 'a service that is not there' ($null -eq (Get-ServiceCommand -Name 'RemedycNone'))
}
Probe 'Write-ServiceCommand' {
    ExpectError 'a service that is not there' { Write-ServiceCommand -Name 'RemedycNone' -Command 'x' }
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    $command = Get-ServiceCommand -Name $service
    Write-ServiceCommand -Name $service -Command "$command one two"
    Expect 'the command' (Get-ServiceCommand -Name $service) -Is "$command one two"
    Write-ServiceCommand -Name $service -Command $command
}
Probe 'Write-ServiceRecovery' {
    Expect 'a service that is not there' (Write-ServiceRecovery -Name 'RemedycNone' -Reset 1 -Actions @()) -Is 1060
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    Expect 'the error number' (Write-ServiceRecovery -Name $service -Reset 86400 -Actions 1, 60000, 0, 0) -Is 0
}
Probe 'Get-ServiceRecovery' {
    Expect 'a service that is not there' ($null -eq (Get-ServiceRecovery -Name 'RemedycNone'))
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    $recovery = Get-ServiceRecovery -Name $service
    Expect 'the period' $recovery.Reset -Is ([uint32]86400)
    Expect 'type and delay' @($recovery.Actions | ForEach-Object { $_.Type; $_.Delay }) -Is @(1, 60000, 0, 0)
}
Probe 'Write-ServiceDependency' {
    Expect 'a service that is not there' (Write-ServiceDependency -Name 'RemedycNone' -Dependencies @('EventLog')) -Is 1060
    Expect 'no name' (Write-ServiceDependency -Name 'a" b' -Dependencies @()) -Is 123
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    foreach ($list in @(@('EventLog', 'RpcSs'), @('RpcSs'), @())) {
        Expect 'the error number' (Write-ServiceDependency -Name $service -Dependencies $list) -Is 0
        Expect 'what it depends on' ((Get-ServiceConfiguration -Name $service).Dependencies -join '/') -Is ($list -join '/')
    }
}
Probe 'Write-ServiceSidType' {
    Expect 'a service that is not there' (Write-ServiceSidType -Name 'RemedycNone' -Type 'none') -Is 1060
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    foreach ($pair in @(@('restricted', 3), @('unrestricted', 1), @('none', 0))) {
        Expect 'the error number' (Write-ServiceSidType -Name $service -Type $pair[0]) -Is 0
        Expect 'its number in the registry' (Get-RegistryValue -Hive HKLM -Path "SYSTEM\CurrentControlSet\Services\$service" -Name 'ServiceSidType').Data -Is $pair[1]
    }
}
Probe 'Find-ServiceProcess' {
    $found = @(Find-ServiceProcess)
    foreach ($one in $found) { Expect 'a name and a process' ($one.Name.Length -gt 0 -and $one.ProcessId -gt 0) }
    Expect 'the process of EventLog' @($found | Where-Object { $_.Name -eq 'EventLog' } | ForEach-Object { $_.ProcessId }) -Is (Get-ServiceStatus -Name 'EventLog').ProcessId
    "$($found.Count) services run"
}
Probe 'Find-ServiceDependent' {
    $dependents = @(Find-ServiceDependent -Name 'RpcSs')
    foreach ($name in $dependents) { Expect "$name depends on RpcSs and is not stopped" ((Get-ServiceStatus -Name $name).State -ne 'stopped') }
    Expect 'of a service that is not there' (@(Find-ServiceDependent -Name 'RemedycNone').Count) -Is 0
    if ($trouble -eq '') { Expect 'of our own' (@(Find-ServiceDependent -Name $service).Count) -Is 0 }
    "$($dependents.Count) on RpcSs"
}
Probe 'Write-ServiceAccount' {
    Expect 'a service that is not there' (Write-ServiceAccount -Name 'RemedycNone' -Account 'LocalSystem') -Is 1060
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    Expect 'error number of an account' (Write-ServiceAccount -Name $service -Account 'NT AUTHORITY\LocalService') -Is 0
    $configuration = Get-ServiceConfiguration -Name $service
    Expect 'the account, and nothing else' @($configuration.Account, $configuration.StartType, (Get-ServiceState -Name $service).DisplayName) -Is @('NT AUTHORITY\LocalService', 4, 'Remedyc probe')
}
Probe 'Write-ServiceStartup' {
    Expect 'a service that is not there' (Write-ServiceStartup -Name 'RemedycNone' -Start 'disabled') -Is 1060
    Expect 'no name of a service' (Write-ServiceStartup -Name 'a" binPath= "b' -Start 'disabled') -Is 123
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    # nothing starts an automatic service before Windows starts anew, and it is gone long before that
    try {
        foreach ($case in @('demand', 3, $false), @('delayed-auto', 2, $true), @('auto', 2, $false)) {
            Expect "error number of $($case[0])" (Write-ServiceStartup -Name $service -Start $case[0]) -Is 0
            $configuration = Get-ServiceConfiguration -Name $service
            Expect "start type and delay of $($case[0])" @($configuration.StartType, $configuration.Delayed) -Is @($case[1], $case[2])
        }
    }
    finally { $null = Write-ServiceStartup -Name $service -Start 'disabled' }
}
Probe 'Invoke-ServiceStart' {
    Expect 'one that runs' (Invoke-ServiceStart -Name 'EventLog') -Is 1056
    Expect 'a service that is not there' (Invoke-ServiceStart -Name 'RemedycNone') -Is 1060
    if ($trouble -eq '') { Expect 'a disabled one, our own' (Invoke-ServiceStart -Name $service) -Is 1058 }
}
Probe 'Invoke-ServiceStop' {
    Expect 'a service that is not there' (Invoke-ServiceStop -Name 'RemedycNone') -Is 1060
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    Expect 'a stopped one, our own' (Invoke-ServiceStop -Name $service) -Is 1062
}
Probe 'Uninstall-Service' {
    Expect 'a service that is not there' (Uninstall-Service -Name 'RemedycNone') -Is 1060
    Expect 'no name of a service' (Uninstall-Service -Name 'a" "b') -Is 123
    if ($trouble -ne '') { Unreached "no service of our own: $trouble" }
    Expect 'our own' (Uninstall-Service -Name $service) -Is 0
    Expect 'gone' ($null -eq (Get-ServiceStatus -Name $service))
}
