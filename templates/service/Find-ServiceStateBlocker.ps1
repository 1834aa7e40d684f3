# Why a service cannot be brought to its state.
function Find-ServiceStateBlocker([string] $Name, [string] $State, [string] $Startup) {
    $why = Find-ServiceBlocker $Name
    if ($why -or $State -ne 'running') { return $why }
    $now = Get-ServiceState $Name
    if ($null -eq $now -or $now.State -ne 'running') { Find-ServiceStartRefusal (Get-ServiceConfiguration $Name) $Startup }
}
