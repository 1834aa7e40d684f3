# The reason where a store lacks a certificate.
function Test-CertificatePresence([string] $Thumbprint, [string] $Store) {
    if ($null -eq (Find-Certificate $Thumbprint $Store)) { "certificate $Thumbprint is missing in $Store" }
}
