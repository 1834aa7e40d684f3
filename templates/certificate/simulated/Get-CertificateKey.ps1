# The key in the registry in which the simulated machine keeps a certificate.
function Get-CertificateKey {
    param([string] $Store, [string] $Thumbprint)
    "HKLM\SOFTWARE\Microsoft\SystemCertificates\$Store\Certificates\$($Thumbprint.ToUpperInvariant())"
}
