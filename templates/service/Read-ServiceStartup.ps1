# Gives a service's start type, $null where it does not exist.
function Read-ServiceStartup([string] $Name) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -ne $configuration) { ConvertTo-ServiceStartup $configuration }
}
