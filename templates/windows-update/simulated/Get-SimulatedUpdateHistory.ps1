# Stands in for Get-UpdateHistory on the simulated machine.
function Get-SimulatedUpdateHistory {
    Enter-Effect -Name 'Get-UpdateHistory'
    $service = $global:Windows.services['wuauserv']
    if ($null -eq $service -or $service.startType -eq 'disabled') { throw [System.ComponentModel.Win32Exception]::new(1058, 'The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.') }
    $moment = { if ($null -ne $_) { ConvertFrom-Time -Time $_ } }
    [pscustomobject]@{ Search = $global:Windows.updates.searched | ForEach-Object $moment; Installation = $global:Windows.updates.installed | ForEach-Object $moment }
}
