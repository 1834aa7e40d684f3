# Gives the SID of the account that a service logs on with; $null where it does not exist, for a driver, and where no account has that name.
function Read-ServiceAccount([string] $Name) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -ne $configuration) { ConvertTo-ServiceAccount $configuration }
}
