# Stops a service and its dependents, and remembers before which of them ran.
## Throws when one does not stop. A missing one is passed over.
function Suspend-Work([string] $Name, [hashtable] $Frame) {
    $status = Get-ServiceState $Name
    if ($null -eq $status -or $status.State -eq 'stopped') { return }
    $running = @(Find-ServiceDependent $Name) + @($Name)
    Save-Stopped $running $Name
    foreach ($one in $running) { if (-not $Frame.Ran.Contains($one)) { $Frame.Ran.Add($one) } }
    $null = Wait-ServiceStop $Name
    Write-Note "service $Name stopped"
}
