# Tells whether a service is not there, or marked for deletion.
## Tells whether there is no service to work with any more: it is not there, or marked for deletion, and Windows removes it when it restarts.
function Test-ServiceGone([string] $Name) {
    $null -eq (Get-ServiceConfiguration $Name) -or (Read-SystemValue "SYSTEM\CurrentControlSet\Services\$Name" 'DeleteFlag') -eq 1
}
