# A pending service becomes what it was on its way to.
function Complete-Service {
    param([string] $Name)
    $service = $global:Windows.services[$Name]
    $next = $service.settles
    $service.Remove('settles')
    if ($next.state -eq 'stopped') {
        Reset-Service -Name $Name -ExitCode $next.exitCode
        if ([int]$next.exitCode -eq 1067) { Add-Event -Log 'System' -Source 'Service Control Manager' -Id 7034 -Values $service.displayName, '1' }
    }
    else { $service.state = [string]$next.state }
    Add-Story "$Name is $($next.state)"
}
