# Stands in for Clear-StoreCertificate on the simulated machine.
function Clear-SimulatedStoreCertificate {
    param([Parameter(Mandatory)] [string] $Store, [Parameter(Mandatory)] [string] $Thumbprint)
    Enter-Effect -Name 'Clear-StoreCertificate' -Text "$Store $Thumbprint" -Change
    if (-not $global:Windows.host.elevated) { throw [System.Security.Cryptography.CryptographicException]::new('Access is denied.') }
    $global:Windows.registry.Remove((Get-CertificateKey -Store $Store -Thumbprint $Thumbprint))
    Add-Story "certificate $Thumbprint is taken out of $Store"
}
