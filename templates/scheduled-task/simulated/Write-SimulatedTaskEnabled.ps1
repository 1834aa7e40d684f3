# Stands in for Write-TaskEnabled on the simulated machine.
function Write-SimulatedTaskEnabled([string] $Path, [bool] $Enabled) {
    $null = Enter-Effect -Name 'Write-TaskEnabled' -Text "$Path $Enabled" -Change
    (Find-TaskRow $Path -Required).enabled = $Enabled
    Add-Story "The task $Path is switched $(if ($Enabled) { 'on' } else { 'off' })"
}
