# Stands in for Get-TpmState on the simulated machine.
function Get-SimulatedTpmState {
    Enter-Effect -Name 'Get-TpmState'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access denied') }
    $tpm = $global:Windows.hardware.tpm
    if ($tpm.present) { [pscustomobject]@{ Version = [string]$tpm.version; Enabled = [bool]$tpm.enabled; Ready = [bool]$tpm.ready } }
}
