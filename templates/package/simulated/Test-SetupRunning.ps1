# Tells whether Windows Installer executes an installation: somebody else's, or one that a script has started and that goes on, as far as it is one of Windows Installer at this moment.
function Test-SetupRunning {
    $until = [long]$global:Windows.installer.busyUntil
    $until -eq -1 -or $until -gt [long]$global:Windows.clock.now -or @($global:Windows.jobs | Where-Object { [long]$_.quietUntil -le [long]$global:Windows.clock.now }).Count -gt 0
}
