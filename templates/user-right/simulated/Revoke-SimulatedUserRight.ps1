# Stands in for Revoke-UserRight on the simulated machine.
function Revoke-SimulatedUserRight {
    param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [string] $Sid)
    Enter-Effect -Name 'Revoke-UserRight' -Text "$Right $Sid" -Change
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $global:Windows.rights[$Right] = [object[]]@(@($global:Windows.rights[$Right]) | Where-Object { $null -ne $_ -and $_ -ne $Sid })
    Add-Story "$Right is taken from $Sid"
}
