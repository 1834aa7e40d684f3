# Asks the process that has this id and began at this time (UTC) to close its main window.
## $false when it has none that we can reach or is gone.
## Windows of a person's session cannot be reached from session 0, where SYSTEM runs.
function Invoke-ProcessClose([int] $Id, [datetime] $StartTime) {
    $process = try { [Diagnostics.Process]::GetProcessById($Id) } catch [ArgumentException] { $null }
    if ($null -eq $process) { return $false }
    try { -not $process.HasExited -and $process.StartTime.ToUniversalTime() -eq $StartTime -and $process.CloseMainWindow() } finally { $process.Dispose() }
}
