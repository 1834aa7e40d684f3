# Stands in for Get-StoreCertificate on the simulated machine.
function Get-SimulatedStoreCertificate {
    param([string] $Store, [string] $Thumbprint)
    Enter-Effect -Name 'Get-StoreCertificate'
    $row = $global:Windows.registry[(Get-CertificateKey -Store $Store -Thumbprint $Thumbprint)]
    if ($null -eq $row) { return }
    $values = $row['values']
    [pscustomobject]@{
        Subject       = [string]$values['Subject'].data
        NotAfter      = ConvertFrom-Time -Time $values['NotAfter'].data
        HasPrivateKey = $values['HasPrivateKey'].data -eq 1
        Data          = [string]$values['Data'].data
    }
}
