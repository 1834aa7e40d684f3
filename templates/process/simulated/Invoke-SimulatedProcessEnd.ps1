# Stands in for Invoke-ProcessEnd on the simulated machine.
function Invoke-SimulatedProcessEnd {
    param([Parameter(Mandatory)] [int] $Id, [Parameter(Mandatory)] [datetime] $StartTime)
    $process = $global:Windows.processes[[string]$Id]
    if ($null -eq $process -or (ConvertFrom-Time -Time $process.started) -ne $StartTime) {
        Enter-Effect -Name 'Invoke-ProcessEnd'
        return $false
    }
    Enter-Effect -Name 'Invoke-ProcessEnd' -Text "$($process.name) $Id" -Change
    if (-not $global:Windows.host.elevated -or ($process.Contains('protected') -and $process.protected)) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $global:Windows.processes.Remove([string]$Id)
    foreach ($name in @($global:Windows.services.PSBase.Keys)) {
        if ($global:Windows.services.Contains($name) -and [int]$global:Windows.services[$name].processId -eq $Id) {
            Add-Event -Log 'System' -Source 'Service Control Manager' -Id 7034 -Values $global:Windows.services[$name].displayName, '1'
            Reset-Service -Name $name -ExitCode 1067
        }
    }
    Add-Story "process $($process.name) is ended"
    $true
}
