# Runs a program without a window that only tells something, in System32; gives ExitCode, TimedOut and Output.
## When the time is over it is ended alone, not what it has started. What it writes is taken for UTF-8; a program that it leaves behind may hold the pipe open, so its end is waited for a moment only.
## Its input is empty, so that a question gets no answer. Environment: variables that differ from ours, $null takes one away. Throws when the program cannot be started.
function Read-ProgramOutput([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout) {
    $start = [Diagnostics.ProcessStartInfo]::new($Path, $Arguments)
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.StandardOutputEncoding = [Text.Encoding]::UTF8
    $start.WorkingDirectory = [Environment]::SystemDirectory
    foreach ($key in $Environment.Keys) { if ($null -eq $Environment[$key]) { $start.EnvironmentVariables.Remove($key) } else { $start.EnvironmentVariables[$key] = $Environment[$key] } }
    $process = [Diagnostics.Process]::Start($start)
    try {
        $process.StandardInput.Dispose()
        $reading = $process.StandardOutput.ReadToEndAsync()
        $ended = $process.WaitForExit([int]$Timeout.TotalMilliseconds)
        if (-not $ended) { $process.Kill() }
        [pscustomobject]@{
            ExitCode = $(if ($ended) { $process.ExitCode } else { 1460 })
            TimedOut = -not $ended
            Output   = $(if ($reading.Wait(5000)) { $reading.Result } else { '' })
        }
    }
    finally { $process.Dispose() }
}
