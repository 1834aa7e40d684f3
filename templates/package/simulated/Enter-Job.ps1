# Starts an installer: refused with 1618 while another one runs, else a job that is done when its time has come. Gives what Invoke-Program gives.
function Enter-Job {
    param(
        [ValidateSet('install', 'repair', 'remove')] [string] $Kind,
        [string] $Target,
        [string] $LogFile,
        [bool] $Bundle,
        [long] $Duration,
        [timespan] $Timeout
    )
    $installer = $global:Windows.installer
    if ((Test-SetupRunning) -or [int]$installer.collisions -gt 0) {
        if ([int]$installer.collisions -gt 0) { $installer.collisions = [int]$installer.collisions - 1 }
        Step-Clock -Milliseconds 2000
        Add-Story "$Kind of $Target is refused: another installation is running"
        return [pscustomobject]@{ ExitCode = ConvertTo-SetupCode -Code 1618 -Bundle $Bundle; TimedOut = $false }
    }
    $program = $global:Simulation.Program
    $now = [long]$global:Windows.clock.now
    # the mutex is that of Windows Installer: a bundle looks around before its packages, another setup program never takes it
    $sort = if ($global:Windows.media.Contains($Target)) { [string]$global:Windows.media[$Target].kind } elseif ($global:Windows.products.Contains($Target)) { [string]$global:Windows.products[$Target].kind } else { 'msi' }
    $quiet = switch ($sort) { 'msi' { 0 } 'bundle' { [long]($Duration / 2) } default { $Duration } }
    $job = [ordered]@{ at = $now + $Duration; kind = $Kind; target = $Target; logFile = $LogFile; quietUntil = $now + $quiet; process = $program.Id }
    $global:Windows.jobs = [object[]](@($global:Windows.jobs) + @($job))
    Add-Due -At $job.at
    if ($null -ne $program.Started) { & $program.Started $program.Id }
    if ($global:Simulation.KeepsSnapshots) { Save-Snapshot -Moment 'during' }
    if ($Duration -gt $Timeout.TotalMilliseconds) {
        # the job object is ended; the service of Windows Installer is in no job and rolls back for a minute
        Step-Clock -Milliseconds ([long]$Timeout.TotalMilliseconds)
        $global:Windows.jobs = [object[]]@($global:Windows.jobs | Where-Object { -not [object]::ReferenceEquals($_, $job) })
        $installer.busyUntil = [long]$global:Windows.clock.now + 60000
        Add-Story "$Kind of $Target does not end in time and is rolled back"
        return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true }
    }
    Step-Clock -Milliseconds ($job.at - [long]$global:Windows.clock.now)
    [pscustomobject]@{ ExitCode = ConvertTo-SetupCode -Code $job['exit'] -Bundle $Bundle; TimedOut = $false }
}
