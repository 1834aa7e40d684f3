# Runs a program without a window that only tells something, in System32; gives ExitCode, TimedOut and Output: the bytes that it writes, a MB of them and what comes with it.
## When the time is over it is ended with what it has started. A program that it leaves behind may hold the pipe open, so that one is listened to for 2 seconds only.
## Its input is empty, so that a question gets no answer. What it writes about errors is read and forgotten: it must neither fill its pipe nor come out of our own error stream.
## Environment: variables that differ from ours, $null takes one away. Throws when the program cannot be started.
function Get-ProgramOutput([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout) {
    $start = [Diagnostics.ProcessStartInfo]::new($Path, $Arguments)
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.WorkingDirectory = [Environment]::SystemDirectory
    foreach ($key in $Environment.Keys) { if ($null -eq $Environment[$key]) { $start.EnvironmentVariables.Remove($key) } else { $start.EnvironmentVariables[$key] = $Environment[$key] } }
    $process = [Diagnostics.Process]::Start($start)
    try {
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $process.StandardInput.Dispose()
        $null = $process.StandardError.BaseStream.CopyToAsync([IO.Stream]::Null)
        $output = [Collections.Generic.List[byte]]::new()
        $buffer = [byte[]]::new(65536)
        $stream = $process.StandardOutput.BaseStream
        $reading = $stream.ReadAsync($buffer, 0, $buffer.Length)
        for ($silent = 0; $silent -lt 20 -and $clock.Elapsed -lt $Timeout; ) {
            if (-not $reading.Wait(100)) {
                if ($process.HasExited) { $silent++ }
                continue
            }
            if ($reading.Result -eq 0) { break }
            if ($output.Count -le 1MB) { $output.AddRange([ArraySegment[byte]]::new($buffer, 0, $reading.Result)) }
            $reading = $stream.ReadAsync($buffer, 0, $buffer.Length)
        }
        $ended = $process.WaitForExit([int][Math]::Max(0, ($Timeout - $clock.Elapsed).TotalMilliseconds))
        if (-not $ended) {
            # /t: with what it has started
            try { $null = Get-ProgramOutput "$([Environment]::SystemDirectory)\taskkill.exe" "/f /t /pid $($process.Id)" @{} ([timespan]'00:00:10') }
            catch { $null = $_ }
            if (-not $process.WaitForExit(5000)) { $process.Kill() }
        }
        [pscustomobject]@{ ExitCode = $(if ($ended) { $process.ExitCode } else { 1460 }); TimedOut = -not $ended; Output = $output.ToArray() }
    }
    finally { $process.Dispose() }
}
