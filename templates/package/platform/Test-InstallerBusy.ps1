# Whether Windows Installer is at work: whether its mutex is held.
## Tells whether Windows Installer executes an installation at this moment: whether somebody holds the mutex Global\_MSIExecute.
## Without the mutex, or when its owner died, nobody installs; one that may not be opened counts as held.
function Test-InstallerBusy {
    $mutex = $null
    $held = $true
    try {
        if (-not [Threading.Mutex]::TryOpenExisting('Global\_MSIExecute', [ref]$mutex)) { return $false }
        try { $free = $mutex.WaitOne(0) } catch [Threading.AbandonedMutexException] { $free = $true }
        if ($free) { $mutex.ReleaseMutex() }
        $held = -not $free
    }
    catch [UnauthorizedAccessException] { $held = $true }
    finally { if ($null -ne $mutex) { $mutex.Dispose() } }
    $held
}
