# Stands in for Get-SystemLanguage on the simulated machine.
function Get-SimulatedSystemLanguage {
    Enter-Effect -Name 'Get-SystemLanguage'
    [string]$global:Windows.host.language
}
