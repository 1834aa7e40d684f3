# Gives the names under which events know a service: its own and its display name.
## Gives the names under which events know a service: its own, and its display name while it is installed.
function Get-ServiceName([string] $Name) {
    $Name
    $state = Get-ServiceState $Name
    if ($null -ne $state -and $state.DisplayName) { $state.DisplayName }
}
