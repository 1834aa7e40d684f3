# Stops a service, deletes it and waits until it is gone.
## Stops a service and deletes it, and waits until it is gone; asks for a restart of Windows when it is only marked for deletion.
function Repair-ServiceAbsence([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    # what cannot be stopped is deleted nevertheless: Windows does it when it restarts
    try { $null = Wait-ServiceStop $Name $Timeout } catch { Write-Note (Get-FailureText $_) }
    Add-Journal 'Lost' "service $Name was deleted"
    $code = Uninstall-Service $Name
    if ($code -notin 0, 1060, 1072) { throw "service $Name could not be deleted: $(Get-ServiceErrorText $code)" }
    if (-not (Wait-Condition ([timespan]'00:00:30') { $null -eq (Get-ServiceState $Name) })) { NeedsRestart "service $Name is marked for deletion" }
}
