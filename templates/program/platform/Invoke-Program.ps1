# Runs a program without a window in a job object, in System32, and waits.
## Gives ExitCode and TimedOut.
## When the time is over, the whole job is ended (exit code 1460). What it leaves behind in the job is waited for during Linger, and then left alone.
## It is suspended until the job holds it, so that no child of it escapes. An uninstaller may go on as a copy of itself.
## Started: over the id of the process, once it runs; it must not throw.
## Environment: variables that differ from ours, $null takes one away. Throws when the program cannot be started.
function Invoke-Program(
    [string] $Path, [string] $Arguments = '', [hashtable] $Environment = @{}, [timespan] $Timeout, [timespan] $Linger = [timespan]::Zero,
    [scriptblock] $Started
) {
    $api = Get-ProcessApi
    $marshal = [Runtime.InteropServices.Marshal]
    $zero = [IntPtr]::Zero
    # Windows wants the block sorted by name, ignoring case
    $variables = [Collections.Generic.SortedDictionary[string, string]]::new([StringComparer]::OrdinalIgnoreCase)
    $own = [Environment]::GetEnvironmentVariables()
    foreach ($key in $own.Keys) { $variables[$key] = $own[$key] }
    foreach ($key in $Environment.Keys) { if ($null -eq $Environment[$key]) { [void]$variables.Remove($key) } else { $variables[$key] = $Environment[$key] } }
    $block = (@(foreach ($key in $variables.Keys) { $key + '=' + $variables[$key] + "`0" }) -join '') + "`0"
    $startup = [byte[]]::new($(if ([IntPtr]::Size -eq 8) { 104 } else { 68 }))
    $startup[0] = $startup.Length
    $information = [byte[]]::new(2 * [IntPtr]::Size + 8)
    $process = $zero
    $thread = $zero
    $environmentText = $marshal::StringToHGlobalUni($block)
    $commandText = $marshal::StringToHGlobalUni(('"' + $Path + '" ' + $Arguments).TrimEnd())
    $job = $api::CreateJobObjectW($zero, $zero)
    try {
        if ($job -eq $zero) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
        # CREATE_SUSPENDED, CREATE_UNICODE_ENVIRONMENT, CREATE_NO_WINDOW; no handle of ours is inherited
        if ($api::CreateProcessW($Path, $commandText, $zero, $zero, 0, 0x8000404, $environmentText, [Environment]::SystemDirectory, $startup, $information) -eq 0) {
            # what Windows says does not name the program, or as %1
            $code = $marshal::GetLastWin32Error()
            throw [ComponentModel.Win32Exception]::new($code, "$Path could not be started: $([ComponentModel.Win32Exception]::new($code).Message.Replace('%1', 'it')) ($code)")
        }
        $read = if ([IntPtr]::Size -eq 8) { { param($offset) [IntPtr][BitConverter]::ToInt64($information, $offset) } } else { { param($offset) [IntPtr][BitConverter]::ToInt32($information, $offset) } }
        $process = & $read 0
        $thread = & $read ([IntPtr]::Size)
        if ($api::AssignProcessToJobObject($job, $process) -eq 0) {
            $code = $marshal::GetLastWin32Error()
            [void]$api::TerminateProcess($process, 1460)
            throw [ComponentModel.Win32Exception]::new($code)
        }
        [void]$api::ResumeThread($thread)
        # dwProcessId
        if ($null -ne $Started) { & $Started ([BitConverter]::ToInt32($information, 2 * [IntPtr]::Size)) }
        # one WaitForSingleObject takes at most 2^32 - 1 ms, and slices of a second let Ctrl+C through
        $clock = [Diagnostics.Stopwatch]::StartNew()
        while (($waited = $api::WaitForSingleObject($process, 1000)) -eq 258 -and $clock.Elapsed -lt $Timeout) { $null = $waited }
        $timedOut = $waited -ne 0
        if ($timedOut) {
            [void]$api::TerminateJobObject($job, 1460)
            [void]$api::WaitForSingleObject($process, 30000)
        }
        else {
            # JOBOBJECT_BASIC_ACCOUNTING_INFORMATION: ActiveProcesses is the DWORD at 40
            $accounting = [byte[]]::new(48)
            $clock.Restart()
            while ($clock.Elapsed -lt $Linger -and $api::QueryInformationJobObject($job, 1, $accounting, 48, $zero) -ne 0 -and [BitConverter]::ToInt32($accounting, 40) -gt 0) {
                [Threading.Thread]::Sleep(200)
            }
        }
        $exitCode = 0
        if ($api::GetExitCodeProcess($process, [ref]$exitCode) -eq 0) { throw [ComponentModel.Win32Exception]::new($marshal::GetLastWin32Error()) }
        [pscustomobject]@{ ExitCode = $exitCode; TimedOut = $timedOut }
    }
    finally {
        foreach ($open in $thread, $process, $job) { if ($open -ne $zero) { [void]$api::CloseHandle($open) } }
        $marshal::FreeHGlobal($commandText)
        $marshal::FreeHGlobal($environmentText)
    }
}
