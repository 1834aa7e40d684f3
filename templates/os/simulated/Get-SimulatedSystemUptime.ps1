# Stands in for Get-SystemUptime on the simulated machine.
function Get-SimulatedSystemUptime {
    Enter-Effect -Name 'Get-SystemUptime'
    [timespan]::FromMilliseconds([long]$global:Windows.clock.uptime)
}
