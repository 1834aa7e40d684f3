# Stops a service and those that depend on it, and remembers before which of them ran.
## Throws when one does not stop. A missing one is passed over.
function Suspend-Work([string] $Name, [hashtable] $Frame) {
    $status = Get-ServiceState -Name $Name
    if ($null -eq $status -or $status.State -eq 'stopped') { return }
    $running = @(Find-ServiceDependent -Name $Name) + @($Name)
    Save-Stopped -Name $running -Cause $Name
    foreach ($one in $running) { if (-not $Frame.Ran.Contains($one)) { $Frame.Ran.Add($one) } }
    $null = Wait-ServiceStop -Name $Name
    Write-Note -Text "service $Name stopped"
}
