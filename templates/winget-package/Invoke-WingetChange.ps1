# Lets winget install, upgrade or uninstall a package and judges its exit code; throws with the reason.
## Windows Installer executes one installation at a time: it is waited for before, and after a time-out, when it may still be rolling back.
## 8A150109, 8A15010B: INSTALL_REBOOT_REQUIRED_TO_FINISH, INSTALL_REBOOT_INITIATED. 8A150102: INSTALL_INSTALL_IN_PROGRESS.
function Invoke-WingetChange([string] $Command, [string] $Id, [string] $Scope, [string] $Source, [timespan] $Timeout, [string[]] $More = @()) {
    $title = "winget $Command $Id"
    $arguments = Get-WingetArgument $Command $Id $Scope $Source $More
    $idle = { Wait-Condition -Timeout ([timespan]'00:10:00') -Every 2000 -Condition { -not (Test-InstallerBusy) } }
    if (-not (& $idle)) { throw (Get-BusyFailure -Title $title -Tried 0) }
    $path = Find-Winget
    Add-Journal 'Lost' $title
    # where this run is killed, the next one waits for what it has started
    $run = Invoke-Program -Path $path -Arguments $arguments -Environment (Get-ChildEnvironment -Temporary (Get-StateFolder -Name 'temp')) -Timeout $Timeout -Started {
        param($id)
        try { foreach ($process in Find-Process -Id $id) { Save-Mark 'Setup' "$id $($process.StartTime.Ticks) $($process.Path)" -Session } } catch { Write-Note (Get-FailureText $_) }
    }
    if ($run.TimedOut) { throw "$title did not end within $(Format-Duration $Timeout) and was ended$(if (-not (& $idle)) { ', and Windows Installer is still at work' })" }
    # installed, and a restart finishes it
    if ($run.ExitCode -in 0x8A150109, 0x8A15010B) { return NeedsRestart "$title asks for it (0x$('{0:X8}' -f $run.ExitCode))" }
    if ($run.ExitCode -eq 0x8A150102) { throw (Get-BusyFailure -Title $title -Tried 1) }
    if ($run.ExitCode -ne 0) { throw "${title}: $(Get-WingetFailure $run.ExitCode)" }
}
