# Stands in for Clear-WlanProfile on the simulated machine.
function Clear-SimulatedWlanProfile {
    param([Parameter(Mandatory)] [byte[]] $Interface, [Parameter(Mandatory)] [string] $Name)
    Enter-Effect -Name 'Clear-WlanProfile' -Text $Name -Change
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    Add-Story "the Wi-Fi profile $Name is deleted"
    $global:Windows.wifi.Remove($Name)
}
