# Programs that the probe starts itself: reg.exe, ping.exe to this machine, a PowerShell that only ends.
$system = Get-SpecialFolder -Name 'System'
$child = $null
$trouble = Attempt {
    $start = [Diagnostics.ProcessStartInfo]::new("$system\ping.exe", '-n 60 127.0.0.1')
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $script:child = [Diagnostics.Process]::Start($start)
}
Probe 'Get-ProcessApi' {
    $api = Get-ProcessApi
    $job = $api::CreateJobObjectW([IntPtr]::Zero, [IntPtr]::Zero)
    Expect 'a handle of a job object' ($job -ne [IntPtr]::Zero)
    Expect 'closed' ($api::CloseHandle($job) -ne 0)
}
Probe 'Invoke-Program' {
    $run = Invoke-Program -Path "$system\WindowsPowerShell\v1.0\powershell.exe" -Arguments '-NoProfile -NonInteractive -Command "exit [int]$env:REMEDYC_PROBE"' -Environment @{ REMEDYC_PROBE = '20001' } -Timeout ([timespan]'00:02:00')
    Expect 'exit code, whole, out of a variable that it was given' @($run.ExitCode, $run.TimedOut) -Is @(20001, $false)
    $run = Invoke-Program -Path "$system\ping.exe" -Arguments '-n 60 127.0.0.1' -Timeout ([timespan]'00:00:02')
    Expect 'one that takes too long' @($run.ExitCode, $run.TimedOut) -Is @(1460, $true)
    ExpectError 'a program that is not there' { Invoke-Program -Path "$system\remedyc-none.exe" -Timeout ([timespan]'00:00:10') }
}
Probe 'Get-ProgramOutput' {
    $run = Get-ProgramOutput -Path "$system\WindowsPowerShell\v1.0\powershell.exe" -Arguments '-NoProfile -NonInteractive -Command "$env:REMEDYC_PROBE; [Console]::Error.Write(1); exit 7"' -Environment @{ REMEDYC_PROBE = 'told'; TEMP = $null } -Timeout ([timespan]'00:02:00')
    Expect 'exit code and output, out of a variable that it was given' @($run.ExitCode, $run.TimedOut, [Text.Encoding]::ASCII.GetString($run.Output).Trim()) -Is @(7, $false, 'told')
    $run = Get-ProgramOutput -Path "$system\WindowsPowerShell\v1.0\powershell.exe" -Arguments '-NoProfile -NonInteractive -Command "[Console]::Out.Write([string][char]0xE4); exit"' -Environment @{} -Timeout ([timespan]'00:02:00')
    $encoding = [Text.Encoding]::GetEncoding([int](Get-RegistryValue HKLM 'SYSTEM\CurrentControlSet\Control\Nls\CodePage' 'OEMCP').Data)
    Expect 'a letter in the code page of consoles' ([BitConverter]::ToString($run.Output)) -Is ([BitConverter]::ToString($encoding.GetBytes([string][char]0xE4)))
    # a PowerShell that starts ping.exe and waits for it
    $run = Get-ProgramOutput -Path "$system\WindowsPowerShell\v1.0\powershell.exe" -Arguments "-NoProfile -NonInteractive -Command `"& '$system\ping.exe' -n 57 127.0.0.1`"" -Environment @{} -Timeout ([timespan]'00:00:08')
    Expect 'one that takes too long' @($run.ExitCode, $run.TimedOut) -Is @(1460, $true)
    Expect 'what it wrote until then' ($run.Output.Length -gt 0)
    ExpectError 'a program that is not there' { Get-ProgramOutput -Path "$system\remedyc-none.exe" -Arguments '' -Environment @{} -Timeout ([timespan]'00:00:10') }
}
Probe 'Find-Process' {
    $own = @(Find-Process -Id $PID)
    Expect 'this process by its id' @($own | ForEach-Object { $_.Id }) -Is $PID
    Expect 'its path and start' ($own[0].Path.Length -gt 0 -and $own[0].StartTime.Kind -eq 'Utc' -and $own[0].StartTime -le (Get-Clock))
    Expect 'by its name, too' (@(Find-Process -Name $own[0].Name | Where-Object { $_.Id -eq $PID }).Count) -Is 1
    Expect 'an id that nobody has' (@(Find-Process -Id 2147483000).Count) -Is 0
    Expect 'a name that nobody has' (@(Find-Process -Name 'remedyc no such program').Count) -Is 0
    "$($own[0].Name), session $($own[0].Session)"
}
Probe 'Invoke-ProcessClose' {
    if ($null -eq $child) { Unreached "no process of our own: $trouble" }
    $process = Find-Process -Id $child.Id
    Expect 'one without a window' (Invoke-ProcessClose -Id $child.Id -StartTime $process.StartTime) -Is $false
    Expect 'it goes on' (@(Find-Process -Id $child.Id).Count) -Is 1
    Expect 'an id that nobody has' (Invoke-ProcessClose -Id 2147483000 -StartTime $process.StartTime) -Is $false
}
Probe 'Invoke-ProcessEnd' {
    if ($null -eq $child) { Unreached "no process of our own: $trouble" }
    $process = Find-Process -Id $child.Id
    Expect 'one that began at another time' (Invoke-ProcessEnd -Id $child.Id -StartTime $process.StartTime.AddSeconds(-5)) -Is $false
    Expect 'it goes on' $child.HasExited -Is $false
    Expect 'our own' (Invoke-ProcessEnd -Id $child.Id -StartTime $process.StartTime)
    Expect 'it has ended' $child.HasExited
    Expect 'once more' (Invoke-ProcessEnd -Id $child.Id -StartTime $process.StartTime) -Is $false
}
if ($null -ne $child) {
    # where ending it did not work
    $null = Attempt { if (-not $child.HasExited) { $child.Kill() } }
    $child.Dispose()
}
Probe 'Test-InstallerBusy' {
    $busy = Test-InstallerBusy
    Expect 'true or false' ($busy -is [bool])
    if ($busy) { 'an installation runs at this moment' }
}
Probe 'Invoke-WidePowerShell' {
    if (-not (Test-NarrowHost)) { Unreached 'only a 32-bit PowerShell on a 64-bit Windows starts another one' }
    Expect 'output and exit code' @(Invoke-WidePowerShell -Argument '-NoProfile', '-NonInteractive', '-Command', 'Write-Output ([IntPtr]::Size); exit 3') -Is @(8, 3)
}
$hive = $Remedy.Hive
$hiveTrouble = Attempt {
    Write-RegistryValue -Hive HKLM -Path "$($Remedy.Key)\Saved" -Name 'Number' -Type 'DWord' -Data 42
    $run = Invoke-Program -Path "$system\reg.exe" -Arguments "save `"HKLM\$($Remedy.Key)\Saved`" `"$($Remedy.Folder)\saved.dat`" /y" -Timeout ([timespan]'00:01:00')
    Expect 'exit code of reg.exe save' $run.ExitCode -Is 0
}
Probe 'Invoke-HiveLoad' {
    if ($hiveTrouble -ne '') { Unreached "no hive file of our own: $hiveTrouble" }
    Invoke-HiveLoad -Name $hive -File "$($Remedy.Folder)\saved.dat"
    Expect 'a value in it' (Get-RegistryValue -Hive HKU -Path $hive -Name 'Number').Data -Is 42
    ExpectError 'a file that is not there' { Invoke-HiveLoad -Name "$hive.None" -File "$($Remedy.Folder)\none.dat" }
}
Probe 'Invoke-HiveUnload' {
    if ($hiveTrouble -ne '') { Unreached "no hive file of our own: $hiveTrouble" }
    Invoke-HiveUnload -Name $hive
    Expect 'gone' (Test-RegistryPath -Hive HKU -Path $hive) -Is $false
    ExpectError 'a hive that is not loaded' { Invoke-HiveUnload -Name $hive }
}
# Jobs in a Windows PowerShell of their own, and the app packages that they tell; nothing is removed.
Probe 'Invoke-PowerShellJob' {
    $trouble = Attempt { $null = Invoke-PowerShellJob 120 { $PID } }
    if ($trouble -ne '') { Unreached "no job in Windows PowerShell 5.1: $trouble" }
    Expect 'version and arguments' @(Invoke-PowerShellJob 120 -Argument 'a', '' { param([string] $AppxA, [string] $AppxB) $PID; $PSVersionTable.PSVersion.Major; "$AppxA|$AppxB" }) -Is @(5, 'a|')
    ExpectError 'an error' { Invoke-PowerShellJob 120 { $PID; throw 'no' } }
    $began = Get-Tick
    ExpectError 'one that hangs' { Invoke-PowerShellJob 20 { $PID; [Threading.Thread]::Sleep(300000) } }
    "given up after $([Math]::Round(((Get-Tick) - $began) / 1000)) s of 20"
}
Probe 'Find-AppxEntry' {
    $trouble = Attempt { $script:AppxFound = @(Find-AppxEntry) }
    if ($trouble -ne '') { Unreached "the modules Appx and Dism do not answer: $trouble" }
    $found = $script:AppxFound
    Expect 'each has a name and a full name that begins with it' (@($found | Where-Object { -not $_.Name -or -not $_.FullName.StartsWith("$($_.Name)_", [StringComparison]::OrdinalIgnoreCase) }).Count) -Is 0
    Expect 'users are SIDs' (@($found | Where-Object { $_.Users -and $_.Users -notmatch '^S-1-[-0-9]+( S-1-[-0-9]+)*$' }).Count) -Is 0
    "$(@($found | Where-Object { $_.Kind -eq 'provisioned' }).Count) provisioned, $(@($found | Where-Object { $_.Users }).Count) installed, $(@($found | Where-Object { $_.Fixed }).Count) that stay"
}
Probe 'Find-OwnAppxEntry' {
    $trouble = Attempt { $script:AppxOwn = @(Find-OwnAppxEntry) }
    if ($trouble -ne '') { Unreached "the module Appx does not answer: $trouble" }
    Expect 'of one account' (@($script:AppxOwn | Select-Object -ExpandProperty Users -Unique).Count -le 1)
    "$($script:AppxOwn.Count) packages"
}
Probe 'Invoke-AppxRemoval' {
    $trouble = Attempt { Invoke-AppxRemoval 'remedyc.none_1.0.0.0_neutral__0000000000000' 'everyone' }
    if ($trouble -notmatch '0x80073CF1') { Unreached "a package that is not there: $trouble" }
    $trouble
}
