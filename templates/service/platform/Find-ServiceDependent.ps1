# The dependents that are not stopped, in the order to stop them.
## Gives the names of the services that depend on a service and are not stopped, in the order in which they must be stopped.
function Find-ServiceDependent([string] $Name) {
    #remedyc:every-host
    foreach ($service in [ServiceProcess.ServiceController]::new($Name).DependentServices) { if ("$($service.Status)" -ne 'Stopped') { $service.ServiceName } }
}
