# Gives the error number with which a service ended, 0 for none; nothing where it does not exist.
## Gives the error number with which a service ended or could not be started, 0 for none; nothing where it does not exist.
function Read-ServiceExitCode([string] $Name) {
    if ((Get-SettledState $Name) -ne '') { (Get-ServiceStatus $Name).ExitCode }
}
