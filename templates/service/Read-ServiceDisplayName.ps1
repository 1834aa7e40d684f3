# Gives the name of a service that people see, $null where it does not exist.
function Read-ServiceDisplayName([string] $Name) {
    $state = Get-ServiceState $Name
    if ($null -ne $state) { $state.DisplayName }
}
