# Stands in for Add-HeldFolder on the simulated machine.
function Add-SimulatedHeldFolder {
    param([string] $Path)
    Enter-Effect -Name 'Add-HeldFolder' -Text $Path -Change
    Confirm-Write -Path $Path
    Add-FolderRow -Path $Path
}
