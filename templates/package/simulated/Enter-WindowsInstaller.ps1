# Runs msiexec with a command line; gives what Invoke-Program gives.
function Enter-WindowsInstaller {
    param(
        [string] $Arguments,
        [timespan] $Timeout
    )
    $machine = $global:Windows
    $fail = { param($Code) [pscustomobject]@{ ExitCode = $Code; TimedOut = $false } }
    if ($Arguments -notmatch '(?i)(?<order>[/-][ix])\s+("(?<target>[^"]+)"|(?<target>\S+))') { return & $fail 1639 }
    $target = $Matches['target']
    $removes = $Matches['order'] -like '?x'
    $log = if ($Arguments -match '(?i)[/-]l\*vx?\s+("(?<path>[^"]+)"|(?<path>\S+))') { $Matches['path'] } else { '' }
    if ($removes) {
        # a product that is not there, or another installation: both are told at once
        if (-not (Test-SetupRunning) -and -not $machine.products.Contains($target)) { return & $fail 1605 }
        $duration = if ($machine.products.Contains($target)) { $machine.products[$target].removal.duration } else { 1000 }
        return Enter-Job -Kind 'remove' -Target $target -LogFile $log -Bundle $false -Duration $duration -Timeout $Timeout
    }
    if (-not $machine.files.Contains($target)) { return & $fail 1619 }
    if (-not $machine.media.Contains($target)) { return & $fail 1620 }
    $kind = if ($Arguments -match '(?i)(^|\s)REINSTALL=') { 'repair' } else { 'install' }
    Enter-Job -Kind $kind -Target $target -LogFile $log -Bundle $false -Duration $machine.media[$target].outcome.duration -Timeout $Timeout
}
