# Stands in for Write-Privilege, which lies below the boundary: only platform functions call it, and none of those runs here.
function Write-SimulatedPrivilege {
    param([byte] $Luid, [byte] $State)
    throw 'Write-Privilege was called on the simulated Windows: something reached below the platform functions'
}
