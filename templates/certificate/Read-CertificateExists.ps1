# Whether a store has a certificate.
function Read-CertificateExists([string] $Thumbprint, [string] $Store) { $null -ne (Find-Certificate $Thumbprint $Store) }
