# Gives the command line of a service, $null where it does not exist.
function Read-ServicePath([string] $Name) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -ne $configuration) { $configuration.Path }
}
