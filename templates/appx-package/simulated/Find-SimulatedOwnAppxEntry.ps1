# Stands in for Find-OwnAppxEntry on the simulated machine.
function Find-SimulatedOwnAppxEntry {
    Enter-Effect -Name 'Find-OwnAppxEntry'
    Get-AppRow { @($_.users) | Where-Object { $_ -eq $global:Windows.host.account } }
}
