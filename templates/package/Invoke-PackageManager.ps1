# Lets a package manager install, upgrade or uninstall something and gives its exit code.
## Windows Installer executes one installation at a time: it is waited for before, and after a time-out, when it may still be rolling back.
## Environment: what differs beside its temporary folder.
function Invoke-PackageManager([string] $Title, [string] $Path, [string] $Arguments, [timespan] $Timeout, [hashtable] $Environment = @{}) {
    $idle = { Wait-Condition ([timespan]'00:10:00') -Every 2000 -Condition { -not (Test-InstallerBusy) } }
    if (-not (& $idle)) { throw (Get-BusyFailure $Title 0) }
    Add-Journal 'Lost' $Title
    # where this run is killed, the next one waits for what it has started
    $run = Invoke-Program -Path $Path -Arguments $Arguments -Environment ((Get-ChildEnvironment (Get-StateFolder 'temp')) + $Environment) -Timeout $Timeout -Started {
        param($id)
        try { foreach ($process in Find-Process -Id $id) { Save-Mark 'Setup' "$id $($process.StartTime.Ticks) $($process.Path)" -Session } } catch { Write-Note (Get-FailureText $_) }
    }
    if ($run.TimedOut) { throw "$Title did not end within $(Format-Duration $Timeout) and was ended$(if (-not (& $idle)) { ', and Windows Installer is still at work' })" }
    $run.ExitCode
}
