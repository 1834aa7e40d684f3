# Says why a service cannot be brought to what is given, or nothing.
## Says why a service cannot be brought to what is given, or nothing: not installed, marked for deletion, or something keeps it from running.
function Find-ServiceBlocker([string] $Name, [string] $State, [string] $Startup) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -eq $configuration) {
        $named = Find-ServiceName $Name
        return $(if ($named) { "that is the display name of the service $named, by which it must be named" } else { 'install the program that brings it' })
    }
    if ((Read-SystemValue "SYSTEM\CurrentControlSet\Services\$Name" 'DeleteFlag') -eq 1) { return 'it is marked for deletion; Windows removes it when it restarts' }
    if ($State -ne 'running') { return }
    $now = Get-ServiceState $Name
    if ($null -eq $now -or $now.State -ne 'running') { Find-ServiceStartRefusal $configuration $Startup }
}
