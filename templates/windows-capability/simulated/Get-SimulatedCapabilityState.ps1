# Stands in for Get-CapabilityState on the simulated machine, which knows every capability that it is not told to miss.
function Get-SimulatedCapabilityState([string] $Name) {
    Enter-Effect -Name 'Get-CapabilityState'
    if ($Name.Contains('"')) { throw "there is no capability $Name" }
    if (-not $global:Windows.host.elevated) { throw "dism.exe does not tell the state of ${Name}: it returned 0x2E4" }
    $capability = $global:Windows.features[$Name]
    if ($null -eq $capability) { return 'Not Present' }
    if ($null -ne $capability.pending) { return $(if ($capability.pending -eq 1) { 'Install Pending' } else { 'Uninstall Pending' }) }
    switch ([int]$capability.state) {
        1 { 'Installed' }
        2 { 'Not Present' }
        4 { throw "dism.exe does not tell the state of $Name" }
    }
}
