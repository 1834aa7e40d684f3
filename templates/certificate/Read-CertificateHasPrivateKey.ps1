# Whether this computer has the private key of a certificate, $null where the store has none.
function Read-CertificateHasPrivateKey([string] $Thumbprint, [string] $Store) { foreach ($one in Find-Certificate $Thumbprint $Store) { $one.HasPrivateKey } }
