# Why a service cannot be started: disabled, a policy, or what it needs.
## Says why a service cannot be started: it is disabled and the remedy does not say its startup, a policy, or a service that it needs; else nothing.
function Find-ServiceStartRefusal([pscustomobject] $Configuration, [string] $Startup) {
    # 4: disabled
    if ($Configuration.StartType -eq 4 -and $Startup -in '', 'disabled') { return 'it is disabled; set its startup where that is wanted' }
    $policy = Find-ServiceLogonPolicy $Configuration
    if ($policy) { return $policy }
    foreach ($needed in $Configuration.Dependencies) {
        $other = Get-ServiceConfiguration $needed
        if ($null -eq $other) { return "it depends on the service $needed, which is not installed" }
        if ($other.StartType -eq 4) { return "it depends on the service $needed, which is disabled" }
    }
}
