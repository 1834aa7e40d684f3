# A service is stopped: its process ends where no other service runs in it, and it goes where it was marked for deletion.
function Reset-Service {
    param(
        [string] $Name,
        [int] $ExitCode
    )
    $service = $global:Windows.services[$Name]
    $id = [int]$service.processId
    $service.state = 'stopped'
    $service.processId = 0
    $service.exitCode = $ExitCode
    $service.Remove('settles')
    if ($id -ne 0) {
        $shared = $false
        foreach ($other in $global:Windows.services.PSBase.Keys) { if ([int]$global:Windows.services[$other].processId -eq $id) { $shared = $true } }
        if (-not $shared) { $global:Windows.processes.Remove([string]$id) }
    }
    if ($service.deleteMarked -and -not $service.heldOpen) { Clear-ServiceRow -Name $Name }
}
