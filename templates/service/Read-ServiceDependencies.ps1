# The services, and groups of them (+group), that a service waits for; $null where it is not installed.
function Read-ServiceDependencies([string] $Name) {
    $is = Get-ServiceConfiguration $Name
    if ($null -ne $is) { , [string[]]$is.Dependencies }
}
