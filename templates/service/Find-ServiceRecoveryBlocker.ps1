# That a service is to run a program when it fails, and none is set for it.
function Find-ServiceRecoveryBlocker([string] $Name, [string[]] $Recovery) {
    if ($Recovery -contains 'run_program' -and (Get-ServiceRecovery $Name).Command -eq '') { 'no program is set for it: set one, or let Windows restart the service' }
}
