# The key in the registry in which the simulated machine keeps a certificate.
function Get-CertificateKey {
    param([Parameter(Mandatory)] [string] $Store, [Parameter(Mandatory)] [string] $Thumbprint)
    "HKLM\SOFTWARE\Microsoft\SystemCertificates\$Store\Certificates\$($Thumbprint.ToUpperInvariant())"
}
