# The process, the clock, the machine.
Probe 'Test-Elevation' { Expect 'elevated, as at the start' (Test-Elevation) }
Probe 'Test-NarrowHost' { Expect '32-bit process on 64-bit Windows' (Test-NarrowHost) -Is ([Environment]::Is64BitOperatingSystem -and [IntPtr]::Size -eq 4) }
Probe 'Get-Clock' {
    $first = Get-Clock
    $second = Get-Clock
    Expect 'kind' $first.Kind -Is 'Utc'
    Expect 'year is not long ago' ($first.Year -ge 2025)
    Expect 'not set back' ($second -ge $first)
}
Probe 'Get-Tick' {
    $first = Get-Tick
    Wait-Moment -Milliseconds 300
    $passed = (Get-Tick) - $first
    Expect "300 ms take some 300 ms ($passed)" ($passed -ge 250 -and $passed -lt 5000)
}
Probe 'Wait-Moment' {
    $first = Get-Clock
    Wait-Moment -Milliseconds 300
    $passed = ((Get-Clock) - $first).TotalMilliseconds
    Expect "300 ms take some 300 ms ($passed)" ($passed -ge 250 -and $passed -lt 5000)
}
Probe 'Get-SystemUptime' {
    $first = Get-SystemUptime
    Wait-Moment -Milliseconds 300
    $second = Get-SystemUptime
    Expect 'more than nothing' ($first -gt [timespan]::Zero)
    Expect 'it grows as the clock does' ($second -gt $first -and ($second - $first).TotalSeconds -lt 10)
    "$([Math]::Floor($first.TotalMinutes)) minutes"
}
Probe 'Get-SystemLanguage' {
    $language = Get-SystemLanguage
    if ($language -eq '') { Unreached 'this PowerShell runs without languages (invariant culture)' }
    Expect "a language ($language)" ($language -match '^[a-z]{2,3}(-[A-Za-z0-9]+)*$')
    $language
}
Probe 'Get-OwnFolder' {
    Expect 'Windows' (Get-OwnFolder -Name 'Windows') -Is (Get-SpecialFolder -Name 'Windows')
    Expect 'Program Files' (Get-OwnFolder -Name 'ProgramFiles') -Is (Get-SpecialFolder -Name 'ProgramFiles')
}
Probe 'Get-SpecialFolder' {
    $windows = Get-SpecialFolder -Name 'Windows'
    $system = Get-SpecialFolder -Name 'System'
    Expect "System lies in Windows ($system)" ($system -in "$windows\System32", "$windows\SysWOW64")
    Expect 'Windows is there' (Get-PathEntry -Path $windows).IsDirectory
    foreach ($name in 'CommonDesktopDirectory', 'CommonDocuments', 'CommonStartMenu', 'CommonPrograms', 'CommonStartup') { Expect "$name" ((Get-SpecialFolder -Name $name).Length -gt 3) }
    $windows
}
Probe 'Get-CarriedFile' {
    $file = Get-CarriedFile -Path 'a\b.msi'
    Expect "its path in the script's folder" ($file -match '^([A-Za-z]:|\\)\\.+\\a\\b\.msi$')
    $file
}
Probe 'Get-MachineVariable' {
    Expect 'OS' (Get-MachineVariable -Name 'OS') -Is 'Windows_NT'
    Expect 'one that is not there' ($null -eq (Get-MachineVariable -Name 'REMEDYC_PROBE_NONE'))
}
Probe 'Get-ProcessVariable' {
    [Environment]::SetEnvironmentVariable('REMEDYC_PROBE', 'seen')
    try { Expect 'as set' (Get-ProcessVariable -Name 'REMEDYC_PROBE') -Is 'seen' } finally { [Environment]::SetEnvironmentVariable('REMEDYC_PROBE', [NullString]::Value) }
    Expect 'one that is not there' ($null -eq (Get-ProcessVariable -Name 'REMEDYC_PROBE'))
}
Probe 'Find-FixedDrive' { Expect 'the drive of Windows is among them' (@(Find-FixedDrive) -contains (Get-SpecialFolder -Name 'System').Substring(0, 2)) }
Probe 'Get-DiskSpace' {
    $drive = (Get-SpecialFolder -Name 'Windows').Substring(0, 2)
    $space = Get-DiskSpace -Drive $drive
    Expect 'free is more than nothing and not more than all' ($space.Free -gt 0 -and $space.Free -le $space.Total)
    "$drive $([Math]::Floor($space.Free / 1GB)) of $([Math]::Floor($space.Total / 1GB)) GB free"
}
Probe 'Get-ComputerMembership' {
    $computer = Get-ComputerMembership
    Expect 'a name of domain or workgroup' ($computer.Domain.Length -gt 0)
    Expect 'memory' ($computer.TotalPhysicalMemory -gt 256MB)
    "$(if ($computer.PartOfDomain) { 'domain' } else { 'workgroup' }), $([Math]::Round($computer.TotalPhysicalMemory / 1GB)) GB"
}
Probe 'Get-MemoryModule' {
    $modules = @(Get-MemoryModule)
    foreach ($module in $modules) { Expect 'a capacity' ($module -ge 1MB) }
    if ($modules.Count -eq 0) { 'the firmware lists none' } else { "$($modules.Count) modules" }
}
Probe 'Get-ConfigMgrRestart' {
    if (-not (Test-RegistryPath -Hive HKLM -Path 'SOFTWARE\Microsoft\CCM')) { Unreached 'no Configuration Manager client here' }
    $pending = Get-ConfigMgrRestart
    Expect 'true or false' ($pending -is [bool])
    "$pending"
}
Probe 'Test-TcpPort' {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = ([Net.IPEndPoint]$listener.LocalEndpoint).Port
    try { Expect 'a port on which this script listens' (Test-TcpPort -Target '127.0.0.1' -Port $port -Timeout ([timespan]'00:00:10')) } finally { $listener.Stop() }
    Expect 'the same port when nobody listens' (Test-TcpPort -Target '127.0.0.1' -Port $port -Timeout ([timespan]'00:00:10')) -Is $false
}
Probe 'Find-EventRecord' {
    $since = (Get-Clock).AddDays(-30)
    $events = @(Find-EventRecord -Log 'System' -Since $since)
    foreach ($record in $events) {
        Expect 'an id' ($record.Id -ge 0)
        Expect 'a source' ($record.Source.Length -gt 0)
        Expect 'a time that was asked for' ($record.Time.Kind -eq 'Utc' -and $record.Time -ge $since -and $record.Time -le (Get-Clock).AddMinutes(5))
    }
    Expect 'a source that nobody has' (@(Find-EventRecord -Log 'System' -Since $since -Source 'Remedyc.Probe').Count) -Is 0
    if ($events.Count -eq 0) { Unreached 'the log System has no event of the last 30 days' }
    $one = $events[0]
    $same = @(Find-EventRecord -Log 'System' -Since $one.Time.AddSeconds(-1) -Source $one.Source -Id $one.Id)
    Expect 'the newest again by its source and id' ($same.Count -ge 1)
    "$($events.Count) events, the newest of $($one.Source)"
}
Probe 'Measure-EventRecord' {
    $measure = { param($log, $query, $most, $for) Measure-EventRecord -Log $log -Query "*[System[TimeCreated[@SystemTime>='2020-01-01T00:00:00.0000000Z']$query]]" -Most $most -Until ((Get-Tick) + $for) }
    $ids = @(foreach ($id in 60001..60010) { "EventID=$id" }) -join ' or '
    $levels = @(foreach ($level in 0..5) { "Level=$level" }) -join ' or '
    Expect 'a source that nobody has' (& $measure 'System' ' and Provider[@Name="Remedyc.Probe"]' 5 60000) -Is 0
    Expect 'as long a query as there is' (& $measure 'System' " and Provider[@Name=`"Remedyc.Probe`"] and ($ids) and ($levels)" 5 60000) -Is 0
    ExpectError 'a log that is not there' { & $measure 'Remedyc-None/Operational' '' 5 60000 }
    ExpectError 'no query' { & $measure 'System' ' and' 5 60000 }
    ExpectError 'no time for it' { & $measure 'System' '' 5 0 }
    $count = & $measure 'System' '' 200 60000
    if ($count -eq 0) { Unreached 'the log System has no event' }
    Expect 'not more than asked for' (& $measure 'System' '' 1 60000) -Is 1
    $one = @(Find-EventRecord -Log 'System' -Since (Get-Clock).AddDays(-3000))[0]
    Expect 'the newest again by its source and id' (& $measure 'System' " and Provider[@Name=`"$($one.Source)`"] and (EventID=$($one.Id))" 1 60000) -Is 1
    "$count events"
}
Probe 'Get-EventChannel' {
    Expect 'a channel that is not there' ($null -eq (Get-EventChannel -Name 'Remedyc-None/Operational'))
    $channel = Get-EventChannel -Name 'System'
    Expect 'System, enabled and direct' @($channel.Enabled, $channel.Direct) -Is @($true, $false)
    Expect "its size ($($channel.Size))" ($channel.Size -is [long] -and $channel.Size -ge 1MB)
    Expect "its mode ($($channel.Mode))" (@('circular', 'archive', 'retain') -contains $channel.Mode)
    Expect "its file ($($channel.File))" ($channel.File -match '\.evtx\z')
    "$($channel.Size / 1KB) KB, $($channel.Mode)"
}
Probe 'Write-EventChannel' {
    ExpectError 'a channel that is not there' { Write-EventChannel -Name 'Remedyc-None/Operational' -Setting 'enabled' -Value $true }
    # each as it is already
    $is = Get-EventChannel -Name 'Setup'
    foreach ($setting in 'enabled', 'size', 'mode') { Write-EventChannel -Name 'Setup' -Setting $setting -Value $is.$setting }
    $after = Get-EventChannel -Name 'Setup'
    Expect 'as it was' @($after.Enabled, $after.Size, $after.Mode) -Is @($is.Enabled, $is.Size, $is.Mode)
}
Probe 'Write-ErrorText' {
    $writer = [IO.StringWriter]::new()
    $real = [Console]::Error
    [Console]::SetError($writer)
    try { Write-ErrorText -Text 'one line' } finally { [Console]::SetError($real) }
    Expect 'a plain line' "$writer".TrimEnd() -Is 'one line'
}
Probe 'Invoke-ScriptText' {
    $run = Invoke-ScriptText -Text "Write-Warning 'careful'; 20 + 1" -Timeout ([timespan]'00:00:30')
    Expect 'output' $run.Output -Is 21
    Expect 'notes' $run.Notes -Is 'careful'
    Expect 'failure' $run.Failure -Is ''
    $run = Invoke-ScriptText -Text "throw 'on purpose'" -Timeout ([timespan]'00:00:30')
    Expect 'failure of one that throws' $run.Failure -Is 'on purpose'
    $run = Invoke-ScriptText -Text 'Start-Sleep -Seconds 20' -Timeout ([timespan]'00:00:01')
    Expect 'one that takes too long' $run.TimedOut
}
Probe 'Get-NativeType' {
    $type = Get-NativeType -Library 'kernel32' -Name 'ProbeApi' -Signature @{ GetCurrentProcessId = , [int] }
    Expect 'GetCurrentProcessId' ($type::GetCurrentProcessId()) -Is $PID
}
Probe 'Get-DefenderInstance' {
    Expect 'a class that is not there' ($null -eq (Get-DefenderInstance -Class 'MSFT_RemedycNone'))
    $status = Get-DefenderInstance -Class 'MSFT_MpComputerStatus'
    if ($null -eq $status) { Unreached 'no Microsoft Defender Antivirus here' }
    $preferences = Get-DefenderInstance -Class 'MSFT_MpPreference'
    if ($preferences.Count -eq 0) { Unreached "Microsoft Defender Antivirus does not run (mode '$($status['AMRunningMode'])')" }
    foreach ($name in 'MAPSReporting', 'SubmitSamplesConsent', 'PUAProtection', 'CloudBlockLevel', 'ScanScheduleDay', 'ScanParameters') { Expect "$name is a byte" ($preferences[$name] -is [byte]) }
    Expect 'DisableRealtimeMonitoring is true or false' ($preferences['DisableRealtimeMonitoring'] -is [bool])
    Expect "a time of day ($($preferences['ScanScheduleTime']))" ("$($preferences['ScanScheduleTime'])" -match '\d\d:\d\d')
    Expect "an age ($($status['AntivirusSignatureAge']))" ($status['AntivirusSignatureAge'] -ge 0)
    "mode '$($status['AMRunningMode'])', tamper protection $($status['IsTamperProtected']), signatures $($status['AntivirusSignatureVersion'])"
}
Probe 'Invoke-DefenderMethod' {
    $preferences = Get-DefenderInstance -Class 'MSFT_MpPreference'
    if ($null -eq $preferences -or $preferences.Count -eq 0) { Unreached 'no Microsoft Defender Antivirus runs here' }
    ExpectError 'a method that is not there' { Invoke-DefenderMethod -Class 'MSFT_MpPreference' -Method 'RemedycNone' -Values @{ } -Timeout ([timespan]'00:01:00') }
    # what it is already, so that nothing changes
    Invoke-DefenderMethod -Class 'MSFT_MpPreference' -Method 'Set' -Values @{ ScanParameters = $preferences['ScanParameters']; Force = $true } -Timeout ([timespan]'00:01:00')
    Expect 'the preference, as it was' (Get-DefenderInstance -Class 'MSFT_MpPreference')['ScanParameters'] -Is $preferences['ScanParameters']
}
Probe 'Find-EncryptableVolume' {
    $volumes = @(Find-EncryptableVolume)
    if ($volumes.Count -eq 0) { Unreached 'this Windows has no BitLocker' }
    $system = @($volumes | Where-Object { $_.Drive -eq (Get-SpecialFolder -Name 'System').Substring(0, 2) })
    Expect 'the drive of Windows is one, of type 0' @($system.Count, $system[0].Type) -Is @(1, 0)
    @($volumes | ForEach-Object { "$($_.Drive) $($_.Type)" }) -join ', '
}
Probe 'Invoke-EncryptableVolume' {
    Expect 'a drive that is not there' ($null -eq (Invoke-EncryptableVolume -Drive 'B:' -Method 'GetLockStatus' -Values @{ }))
    $drive = (Get-SpecialFolder -Name 'System').Substring(0, 2)
    $status = Invoke-EncryptableVolume -Drive $drive -Method 'GetConversionStatus' -Values @{ }
    if ($null -eq $status) { Unreached 'this Windows has no BitLocker' }
    Expect 'its answer, and how far it is encrypted' @($status.ReturnValue, ($status.ConversionStatus -le 5), ($status.EncryptionPercentage -le 100)) -Is @(0, $true, $true)
    $protection = Invoke-EncryptableVolume -Drive $drive -Method 'GetProtectionStatus' -Values @{ }
    Expect "its protection ($($protection.ProtectionStatus))" ($protection.ProtectionStatus -le 1)
    $method = Invoke-EncryptableVolume -Drive $drive -Method 'GetEncryptionMethod' -Values @{ }
    # 0x80310008: not enabled
    $keys = Invoke-EncryptableVolume -Drive $drive -Method 'GetKeyProtectors' -Values @{ KeyProtectorType = [uint32]3 }
    Expect "the answer of its recovery passwords ($($keys.ReturnValue))" (@(0, 2150694920) -contains $keys.ReturnValue)
    # 0x80070032: not suspended
    $suspended = Invoke-EncryptableVolume -Drive $drive -Method 'GetSuspendCount' -Values @{ }
    Expect "the answer of its suspension ($($suspended.ReturnValue))" (@(0, 2147942450) -contains $suspended.ReturnValue)
    ExpectError 'a method that is not there' { Invoke-EncryptableVolume -Drive $drive -Method 'RemedycNone' -Values @{ } }
    "conversion $($status.ConversionStatus), protection $($protection.ProtectionStatus), method $($method.EncryptionMethod)"
}
Probe 'Get-WlanApi' {
    try { $api = Get-WlanApi } catch { if ("$_" -match 'is missing') { Unreached "$_" }; throw }
    # ERROR_INVALID_PARAMETER
    Expect 'a session that is none is closed' ($api::WlanCloseHandle([IntPtr]::Zero, [IntPtr]::Zero)) -Is 87
}
Probe 'Open-WlanSession' {
    try { $session = Open-WlanSession } catch { if ("$_" -match 'is missing') { Unreached "$_" }; throw }
    if ($session -eq [IntPtr]::Zero) { Unreached 'the service WlanSvc does not run' }
    Expect 'it is closed' ((Get-WlanApi)::WlanCloseHandle($session, [IntPtr]::Zero)) -Is 0
}
Probe 'Test-WlanService' { "$(Test-WlanService)" }
Probe 'Test-WlanProfileFile' { "$(Test-WlanProfileFile)" }
Probe 'Find-WlanAdapter' {
    if (-not (Test-WlanService)) { Unreached 'the service WlanSvc does not run' }
    $all = @(Find-WlanAdapter)
    foreach ($one in $all) { Expect 'its GUID' $one.Count -Is 16 }
    "$($all.Count) adapters"
}
Probe 'Find-WlanProfile' {
    if (-not (Test-WlanService)) { Unreached 'the service WlanSvc does not run' }
    $all = @(foreach ($adapter in Find-WlanAdapter) { Find-WlanProfile -Interface $adapter })
    foreach ($one in $all) { Expect "an adapter and a name ($($one.Name.Length) characters)" ($one.Interface.Count -eq 16 -and $one.Name.Length -gt 0) }
    "$($all.Count) profiles"
}
Probe 'Get-WlanProfileText' {
    if (-not (Test-WlanService)) { Unreached 'the service WlanSvc does not run' }
    $all = @(foreach ($adapter in Find-WlanAdapter) { Find-WlanProfile -Interface $adapter })
    if ($all.Count -eq 0) { Unreached 'there is no profile' }
    Expect 'XML' (Get-WlanProfileText -Interface $all[0].Interface -Name $all[0].Name).Contains('<WLANProfile')
    Expect 'none of this name' $null -Is (Get-WlanProfileText -Interface $all[0].Interface -Name 'Remedyc none')
}
Probe 'Write-WlanProfile' {
    if (-not (Test-WlanService)) { Unreached 'the service WlanSvc does not run' }
    $adapters = @(Find-WlanAdapter)
    if ($adapters.Count -eq 0) { Unreached 'there is no wireless adapter' }
    ExpectError 'a profile that says nothing but a name' { Write-WlanProfile -Interface $adapters[0] -Xml '<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>Remedyc none</name></WLANProfile>' }
}
Probe 'Clear-WlanProfile' {
    if (-not (Test-WlanService)) { Unreached 'the service WlanSvc does not run' }
    $adapters = @(Find-WlanAdapter)
    if ($adapters.Count -eq 0) { Unreached 'there is no wireless adapter' }
    $all = @(Find-WlanProfile -Interface $adapters[0])
    Clear-WlanProfile -Interface $adapters[0] -Name 'Remedyc none'
    Expect 'all are still there' @(Find-WlanProfile -Interface $adapters[0]).Count -Is $all.Count
}
Probe 'Find-PnpEntity' {
    Expect 'one that no computer has' @(Find-PnpEntity -InstanceId 'REMEDYC\NO''SUCH\1').Count -Is 0
    $all = @(Find-PnpEntity -InstanceId '')
    if ($all.Count -eq 0) { Unreached 'Windows lists no device' }
    Expect "its code ($($all[0].Code))" ($all[0].Code -ge 0)
    $same = @(Find-PnpEntity -InstanceId $all[0].InstanceId.ToLowerInvariant())
    Expect 'the first one again by its id, whatever its case' @($same.Count, $same[0].InstanceId) -Is @(1, $all[0].InstanceId)
    "$($all.Count) devices, $(@($all | Where-Object { $_.Code -notin 0, 22 }).Count) with a problem"
}
Probe 'Switch-PnpEntity' { ExpectError 'one that no computer has' { Switch-PnpEntity -InstanceId 'REMEDYC\NO''SUCH\1' -Enabled $true } }
Probe 'Invoke-PnpRestart' {
    Expect 'no id' (Invoke-PnpRestart -InstanceId 'a" b' -Timeout ([timespan]'00:01:00')) -Is 123
    Expect 'one that no computer has' ((Invoke-PnpRestart -InstanceId 'REMEDYC\NONE\1' -Timeout ([timespan]'00:01:00')) -ne 0)
}
Probe 'Get-TpmState' {
    $tpm = Get-TpmState
    if ($null -eq $tpm) { Unreached 'this computer has no TPM' }
    Expect "a version ($($tpm.Version))" ($tpm.Version -match '^([0-9]+\.[0-9]+|Not Supported)')
    Expect 'enabled and ready' @($tpm.Enabled.GetType().Name, $tpm.Ready.GetType().Name) -Is @('Boolean', 'Boolean')
    "$($tpm.Version), enabled $($tpm.Enabled), ready $($tpm.Ready)"
}
Probe 'Get-BatteryCharge' {
    $all = @(Get-BatteryCharge)
    if ($all.Count -eq 0) { Unreached 'this computer has no battery' }
    foreach ($one in $all) { Expect "a charge ($one)" ($one -ge -1 -and $one -le 100) }
    "$($all -join ' and ') percent"
}
Probe 'Get-BatteryCapacity' {
    $all = @(Get-BatteryCapacity)
    if ($all.Count -eq 0) { Unreached 'this computer has no battery, or its driver does not say' }
    foreach ($one in $all) { Expect "capacities ($($one.Full), $($one.Designed))" ($one.Full -ge 0 -and $one.Designed -ge 0) }
    @($all | ForEach-Object { "$($_.Full) of $($_.Designed)" }) -join ', '
}
Probe 'Get-ConsoleUser' {
    $name = Get-ConsoleUser
    if ($null -eq $name) { Unreached 'nobody is signed in at the console' }
    Expect 'a name with its domain or computer' ($name -match '\\')
    Expect 'its SID' ((Get-AccountSid -Name $name) -match '^S-1-(5-21|12-1)-')
}
Probe 'Write-TimeZone' {
    Expect 'one that Windows does not know' ((Write-TimeZone -Id 'Remedyc No Such Time') -ne 0)
    Expect 'no id' (Write-TimeZone -Id 'a" b') -Is 123
    $path = 'SYSTEM\CurrentControlSet\Control\TimeZoneInformation'
    # set as it is already, but where that would switch daylight saving on
    $off = Get-RegistryValue -Hive HKLM -Path $path -Name 'DynamicDaylightTimeDisabled'
    if ($null -eq $off -or $off.Data -eq 0) {
        $is = (Get-RegistryValue -Hive HKLM -Path $path -Name 'TimeZoneKeyName').Data.Split([char]0)[0]
        Expect "exit code for $is" (Write-TimeZone -Id $is) -Is 0
        Expect 'what is set' (Get-RegistryValue -Hive HKLM -Path $path -Name 'TimeZoneKeyName').Data.Split([char]0)[0] -Is $is
    }
}
Probe 'Get-FirewallProfile' {
    $found = foreach ($name in 'domain', 'private', 'public') {
        $one = Get-FirewallProfile -Name $name
        Expect "$name, enabled and notify" @($one.Enabled.GetType().Name, $one.Notify.GetType().Name) -Is @('Boolean', 'Boolean')
        Expect "$name, inbound ($($one.Inbound))" (@('block', 'allow', 'block_all') -contains $one.Inbound)
        Expect "$name, outbound ($($one.Outbound))" (@('block', 'allow') -contains $one.Outbound)
        "$name $($one.Enabled) $($one.Inbound) $($one.Outbound)"
    }
    $found -join ', '
}
Probe 'Write-FirewallProfile' {
    # each as it is already; nothing is let in or shut out for a moment
    $is = Get-FirewallProfile -Name 'public'
    foreach ($setting in 'enabled', 'inbound', 'outbound', 'notify') { Write-FirewallProfile -Name 'public' -Setting $setting -Value $is.$setting }
    $after = Get-FirewallProfile -Name 'public'
    Expect 'as it was' @($after.Enabled, $after.Inbound, $after.Outbound, $after.Notify) -Is @($is.Enabled, $is.Inbound, $is.Outbound, $is.Notify)
}
Probe 'Find-NetworkAdapter' {
    $all = @(Find-NetworkAdapter)
    if ($all.Count -eq 0) { Unreached 'this computer has no network interface' }
    foreach ($one in $all) {
        Expect "the GUID of $($one.Name)" ($one.Guid -match '^\{[0-9A-Fa-f-]{36}\}$')
        Expect "the state of $($one.Name) ($($one.State))" (@(0, 1, 2) -contains $one.State)
        Expect "its key in the registry" (Test-RegistryPath -Hive HKLM -Path "SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\$($one.Guid)")
    }
    @($all | ForEach-Object { "$($_.Name) $($_.State) $($_.Servers -join '+') $($_.Metric)" }) -join ', '
}
Probe 'Get-AdapterBinding' {
    Expect 'a component that is not there' (Get-AdapterBinding -Component 'remedyc_none').Count -Is 0
    $bindings = Get-AdapterBinding -Component 'ms_tcpip6'
    foreach ($one in @(Find-NetworkAdapter)) { Expect "IPv6 of $($one.Name)" ($bindings.Contains($one.Name)) }
}
Probe 'Switch-AdapterBinding' {
    ExpectError 'an interface that is not there' { Switch-AdapterBinding -Name 'Remedyc none' -Component 'ms_tcpip6' -Enabled $true }
    # as it is already
    $bindings = Get-AdapterBinding -Component 'ms_tcpip6'
    $on = @($bindings.Keys | Where-Object { $bindings[$_] })
    if ($on.Count -eq 0) { Unreached 'no interface uses IPv6' }
    Switch-AdapterBinding -Name $on[0] -Component 'ms_tcpip6' -Enabled $true
    Expect "IPv6 of $($on[0])" (Get-AdapterBinding -Component 'ms_tcpip6')[$on[0]] -Is $true
}
Probe 'Write-AdapterDnsServer' {
    ExpectError 'an interface that is not there' { Write-AdapterDnsServer -Index 999999 -Servers @('192.0.2.53') }
    # 84: it has no IPv4; nothing is set
    $off = @(Find-NetworkAdapter | Where-Object { -not $_.IpEnabled })
    if ($off.Count -eq 0) { Unreached 'every interface has IPv4' }
    Expect 'one without IPv4' (Write-AdapterDnsServer -Index $off[0].Index -Servers @('192.0.2.53')) -Is 84
}
# A route of the probe's own to one address that nobody has (RFC 5737), on the network of an interface.
$network = '198.51.100.77/32'
$through = "$(@(try { Find-RouteEntry | Where-Object { -not $_.Kept -and $_.NextHop -eq '0.0.0.0' -and $_.Interface } | ForEach-Object { $_.Interface } } catch { }) | Select-Object -First 1)"
if ($through) { $null = Attempt { Clear-RouteEntry -Prefix $network -NextHop '0.0.0.0' -Interface $through } }
Probe 'Test-IpInterface' {
    Expect 'one that is not there' (Test-IpInterface -Name 'Remedyc none') -Is $false
    if (-not $through) { Unreached 'no network interface is connected' }
    Expect "$through, whatever its case" (Test-IpInterface -Name $through.ToUpperInvariant()) -Is $true
}
Probe 'Add-RouteEntry' {
    ExpectError 'an interface that is not there' { Add-RouteEntry -Prefix $network -NextHop '0.0.0.0' -Interface 'Remedyc none' -Metric 9000 }
    if (-not $through) { Unreached 'no network interface is connected' }
    Add-RouteEntry -Prefix $network -NextHop '0.0.0.0' -Interface $through -Metric 9000
    ExpectError 'once more' { Add-RouteEntry -Prefix $network -NextHop '0.0.0.0' -Interface $through -Metric 9000 }
}
Probe 'Find-RouteEntry' {
    if (-not $through) { Unreached 'no network interface is connected' }
    $both = @(Find-RouteEntry | Where-Object { $_.Prefix -eq $network } | Sort-Object { $_.Kept })
    Expect 'as it is now, and as it is kept' @($both | ForEach-Object { $_.Kept }) -Is @($false, $true)
    Expect 'metric, next hop, interface' @($both[1].Metric, $both[1].NextHop, $both[1].Interface) -Is @(9000, '0.0.0.0', $through)
}
Probe 'Write-RouteMetric' {
    if (-not $through) { Unreached 'no network interface is connected' }
    Write-RouteMetric -Prefix $network -NextHop '0.0.0.0' -Interface $through -Metric 9001
    Expect 'in both' @(Find-RouteEntry | Where-Object { $_.Prefix -eq $network } | ForEach-Object { $_.Metric }) -Is @(9001, 9001)
}
Probe 'Clear-RouteEntry' {
    if (-not $through) { Unreached 'no network interface is connected' }
    Clear-RouteEntry -Prefix $network -NextHop '0.0.0.0' -Interface $through
    Expect 'it is gone' @(Find-RouteEntry | Where-Object { $_.Prefix -eq $network }).Count -Is 0
    Clear-RouteEntry -Prefix $network -NextHop '0.0.0.0' -Interface ''
}
# A rule of the probe's own, which is switched off all the time.
$rule = "$($Remedy.Name) rule"
$trouble = Attempt { Clear-FirewallRule -Name $rule }
Probe 'Add-FirewallRule' {
    if ($trouble -ne '') { Unreached "Windows Firewall does not answer: $trouble" }
    Add-FirewallRule -Name $rule -Values ([ordered]@{ Direction = 1; Action = 0; Protocol = 6; LocalPorts = '443,8080-8090'; RemoteAddresses = '10.0.0.0/8,LocalSubnet'; ApplicationName = 'C:\Remedyc None\none.exe'; Profiles = 3; Enabled = $false })
    Expect 'it is there' @(Get-FirewallRule -Name $rule).Count -Is 1
    ExpectError 'ports before their protocol' { Add-FirewallRule -Name $rule -Values ([ordered]@{ LocalPorts = '443'; Enabled = $false }) }
}
Probe 'Get-FirewallRule' {
    if ($trouble -ne '') { Unreached "Windows Firewall does not answer: $trouble" }
    Expect 'one that is not there' @(Get-FirewallRule -Name 'Remedyc no such rule').Count -Is 0
    $one = @(Get-FirewallRule -Name $rule.ToUpperInvariant())[0]
    Expect 'direction, action, protocol, profiles, enabled' @($one.Direction, $one.Action, $one.Protocol, $one.Profiles, $one.Enabled) -Is @(1, 0, 6, 3, $false)
    Expect 'ports, program, service' @($one.LocalPorts, $one.RemotePorts, $one.ApplicationName, $one.ServiceName) -Is @('443,8080-8090', '*', 'C:\Remedyc None\none.exe', '')
    Expect "addresses ($($one.RemoteAddresses))" @($one.RemoteAddresses.Split(',') | Sort-Object) -Is @('10.0.0.0/255.0.0.0', 'LocalSubnet')
}
Probe 'Write-FirewallRule' {
    if ($trouble -ne '') { Unreached "Windows Firewall does not answer: $trouble" }
    Write-FirewallRule -Name $rule -Property 'RemoteAddresses' -Value '10.0.0.1,10.0.0.1-10.0.0.9,192.168.16.0/255.255.240.0,2001:db8::/33'
    Write-FirewallRule -Name $rule -Property 'Profiles' -Value 0x7FFFFFFF
    Write-FirewallRule -Name $rule -Property 'ApplicationName' -Value ''
    $one = @(Get-FirewallRule -Name $rule)[0]
    Expect "addresses ($($one.RemoteAddresses))" @($one.RemoteAddresses.Split(',') | Sort-Object) -Is @('10.0.0.1/255.255.255.255', '10.0.0.1-10.0.0.9', '192.168.16.0/255.255.240.0', '2001:db8::/33' | Sort-Object)
    Expect 'all profiles, no program, off' @(($one.Profiles -band 7), $one.ApplicationName, $one.Enabled) -Is @(7, '', $false)
}
Probe 'Clear-FirewallRule' {
    if ($trouble -ne '') { Unreached "Windows Firewall does not answer: $trouble" }
    Add-FirewallRule -Name $rule -Values ([ordered]@{ Direction = 2; Action = 0; Enabled = $false })
    Expect 'two of one name' @(Get-FirewallRule -Name $rule).Count -Is 2
    Clear-FirewallRule -Name $rule
    Expect 'both are gone' @(Get-FirewallRule -Name $rule).Count -Is 0
    Clear-FirewallRule -Name $rule
}
Probe 'Get-FeatureState' {
    Expect 'one that no Windows has' ($null -eq (Get-FeatureState -Name 'Remedyc-No-Such-Feature'))
    Expect 'a name that would end the text' ($null -eq (Get-FeatureState -Name "x' OR '1'='1"))
    $state = Get-FeatureState -Name 'Printing-XPSServices-Features'
    if ($null -eq $state) { Unreached 'this Windows has no XPS services' }
    Expect "a state ($state)" (@(1, 2, 3) -contains $state)
}
Probe 'Switch-Feature' {
    # CBS_E_UNKNOWN_UPDATE
    Expect 'one that no Windows has' (Switch-Feature -Name 'Remedyc-No-Such-Feature' -Enabled $false -Source '' -Timeout ([timespan]'00:10:00')) -Is -2146498548
    Expect 'no name' (Switch-Feature -Name 'a" b' -Enabled $false -Source '' -Timeout ([timespan]'00:10:00')) -Is 123
}
Probe 'Get-CapabilityState' {
    # every Windows since 10 has this one, installed or not; Notepad is one only since 10, 2004
    $state = Get-CapabilityState -Name 'OpenSSH.Client~~~~0.0.1.0'
    Expect "a state ($state)" (@('Installed', 'Not Present', 'Staged', 'Install Pending', 'Uninstall Pending', $null) -contains $state)
    ExpectError 'a name that would end the argument' { Get-CapabilityState -Name 'a" b' }
    $state
}
Probe 'Switch-Capability' {
    # what is there is not added, and what is not there not removed
    Expect 'no name' (Switch-Capability -Name 'a" b' -Present $false -Source '' -Timeout ([timespan]'00:10:00')) -Is 123
    $code = Switch-Capability -Name 'Remedyc.No.Such~~~~0.0.1.0' -Present $false -Source '' -Timeout ([timespan]'00:10:00')
    Expect "an error for one that no Windows has ($code)" ($code -notin 0, 3010, 1460)
}
Probe 'Get-ComputerModel' {
    $is = Get-ComputerModel
    Expect 'two texts' @($is.Manufacturer.GetType().Name, $is.Model.GetType().Name) -Is @('String', 'String')
    "$($is.Manufacturer), $($is.Model)"
}
Probe 'Find-WindowsLicense' {
    $all = @(Find-WindowsLicense)
    foreach ($status in $all) { Expect "a status ($status)" ($status -ge 0 -and $status -le 6) }
    if ($all.Count -eq 0) { 'no product key' } else { "$all" }
}
Probe 'Find-InstalledUpdate' {
    Expect 'one that nobody has' ($null -eq (Find-InstalledUpdate -Id 'KB000000'))
    $all = @(Find-InstalledUpdate -Id '')
    if ($all.Count -eq 0) { Unreached 'this Windows lists no update' }
    foreach ($one in $all) { Expect "an id ($($one.Id))" ($one.Id -match '^KB[0-9]+\z') }
    Expect 'the first again by its id' (Find-InstalledUpdate -Id $all[0].Id).InstalledOn -Is $all[0].InstalledOn
    "$($all.Count), the first of '$($all[0].InstalledOn)'"
}
Probe 'Get-UpdateHistory' {
    $is = Get-UpdateHistory
    foreach ($moment in @($is.Search, $is.Installation)) {
        if ($null -ne $moment) { Expect "a moment in UTC ($moment)" ($moment.Kind -eq 'Utc' -and $moment.Year -ge 2001 -and $moment -le (Get-Clock).AddDays(1)) }
    }
    "searched $($is.Search), installed $($is.Installation)"
}
Probe 'Find-PendingUpdate' {
    $is = Find-PendingUpdate
    if ($is.Code -eq -2147023838) { Unreached 'the service Windows Update is disabled' }
    Expect 'the look-up worked' $is.Code -Is 0
    Expect 'a result' ($is.Result -in 2, 3)
    foreach ($one in $is.Updates) { Expect "a title, and a moment in UTC ($($one.Title))" ($one.Title.Length -gt 0 -and $one.IsSecurity -is [bool] -and $one.Published.Kind -eq 'Utc' -and $one.Published.Year -ge 2001) }
    "$($is.Updates.Count), $(@($is.Updates | Where-Object { $_.IsSecurity }).Count) of security"
}
Probe 'Find-VpnProfile' {
    $all = @(Find-VpnProfile)
    foreach ($one in $all) { Expect "a name and a server ($($one.ProfileType))" ($one.Name.Length -gt 0 -and $one.ServerAddress.Length -gt 0) }
    "$($all.Count) connections"
}
Probe 'Invoke-VpnMethod' {
    if (@(Find-VpnProfile | Where-Object { $_.Name -eq 'Remedyc none' }).Count -gt 0) { Unreached 'there is one of this name' }
    Invoke-VpnMethod 'Add' 'Remedyc none' @{ ServerAddress = 'none.invalid'; TunnelType = 'Ikev2'; AuthenticationMethod = [string[]]@('MachineCertificate'); SplitTunneling = $true }
    try {
        $one = @(Find-VpnProfile | Where-Object { $_.Name -eq 'Remedyc none' })
        Expect 'it is there' $one.Count -Is 1
        Expect 'it signs in by a certificate' "$($one[0].AuthenticationMethod)" -Is 'MachineCertificate'
        Invoke-VpnMethod 'Set' 'Remedyc none' @{ SplitTunneling = $false; DnsSuffix = 'none.invalid' }
        $one = @(Find-VpnProfile | Where-Object { $_.Name -eq 'Remedyc none' })
        Expect 'it is set' "$($one[0].SplitTunneling) $($one[0].DnsSuffix) $($one[0].TunnelType)" -Is 'False none.invalid Ikev2'
    }
    finally { Invoke-VpnMethod 'Remove' 'Remedyc none' @{ } }
    Expect 'it is gone' @(Find-VpnProfile | Where-Object { $_.Name -eq 'Remedyc none' }).Count -Is 0
}
