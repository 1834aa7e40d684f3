# Whom a certificate names, $null where the store has none.
function Read-CertificateSubject([string] $Thumbprint, [string] $Store) { foreach ($one in Find-Certificate $Thumbprint $Store) { $one.Subject } }
