# Why a service cannot be changed: it is missing, or marked for deletion.
function Find-ServiceBlocker([string] $Name) {
    if ($null -eq (Get-ServiceConfiguration $Name)) {
        $named = Find-ServiceName $Name
        return $(if ($named) { "that is its display name; its name is $named" } else { 'install the program that brings it' })
    }
    if ((Read-SystemValue "SYSTEM\CurrentControlSet\Services\$Name" 'DeleteFlag') -eq 1) { 'it is marked for deletion; Windows removes it when it restarts' }
}
