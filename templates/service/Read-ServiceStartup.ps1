# Gives a service's start type; $null where it does not exist.
## Gives a service's start type: automatic, automatic_delayed, manual, disabled, boot or system for drivers; $null where it does not exist.
function Read-ServiceStartup([string] $Name) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -eq $configuration) { return }
    if ($configuration.StartType -eq 2 -and $configuration.Delayed) { 'automatic_delayed' } else { @('boot', 'system', 'automatic', 'manual', 'disabled')[$configuration.StartType] }
}
