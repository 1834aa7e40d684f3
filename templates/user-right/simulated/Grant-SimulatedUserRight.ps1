# Stands in for Grant-UserRight on the simulated machine.
function Grant-SimulatedUserRight {
    param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [string] $Sid)
    Enter-Effect -Name 'Grant-UserRight' -Text "$Right $Sid" -Change
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $holders = @(@($global:Windows.rights[$Right]) | Where-Object { $null -ne $_ })
    if ($holders -notcontains $Sid) {
        $global:Windows.rights[$Right] = [object[]](@($holders) + @($Sid))
        Add-Story "$Right is granted to $Sid"
    }
}
