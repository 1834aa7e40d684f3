# Stands in for Write-EventChannel on the simulated machine: a size is rounded, and an analytic or debug channel that is on is only switched off.
function Write-SimulatedEventChannel {
    param([string] $Name, [string] $Setting, [object] $Value)
    Enter-Effect -Name 'Write-EventChannel' -Text "$Name $Setting $Value" -Change
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Attempted to perform an unauthorized operation.') }
    $row = Get-EventChannelRow -Name $Name
    if ($null -eq $row) { throw [System.ComponentModel.Win32Exception]::new(15007, 'The specified channel could not be found.') }
    if ($row.direct -and $row.enabled -and $Setting -ne 'enabled') {
        throw [System.ComponentModel.Win32Exception]::new(15022, 'The requested operation cannot be performed over an enabled direct channel. The channel must first be disabled before performing the requested operation.')
    }
    $row[$Setting] = if ($Setting -eq 'size') { [long][Math]::Max(1028KB, [Math]::Floor($Value / 64KB) * 64KB) } else { $Value }
    $global:Windows.channels[$Name] = $row
    Add-Story "event channel $Name gets $Setting $Value"
}
