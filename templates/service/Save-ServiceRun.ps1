# Notes for -Rollback the state of a service and those that stop with it.
## Before a service is brought to a state (Now): notes for -Rollback that of the service, and before it those of the services that stop with it.
function Save-ServiceRun([string] $Name, [string] $Now) {
    foreach ($one in @(if ($Now -eq 'stopped') { Find-ServiceDependent $Name }) + @($Name)) {
        $was = Get-ServiceState $one
        if ($null -ne $was -and $was.State -ne $Now) { Add-Journal 'ServiceRun' $one $was.State $Now }
    }
}
