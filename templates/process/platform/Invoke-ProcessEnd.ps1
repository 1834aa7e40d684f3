# Ends the process of this id and start (UTC), within 10 s; $false when it is gone.
## $false when it is not there any more.
## The time tells it from another process that got the same id meanwhile. Throws when Windows refuses.
function Invoke-ProcessEnd {
    param([Parameter(Mandatory)] [int] $Id, [Parameter(Mandatory)] [datetime] $StartTime)
    $process = try { [Diagnostics.Process]::GetProcessById($Id) } catch [ArgumentException] { $null }
    if ($null -eq $process) { return $false }
    try {
        if ($process.HasExited -or $process.StartTime.ToUniversalTime() -ne $StartTime) { return $false }
        $process.Kill()
        if (-not $process.WaitForExit(10000)) { throw "process $Id did not end within 10 s" }
        $true
    }
    finally { $process.Dispose() }
}
