# The reason where a store has a certificate that should not be there.
function Test-CertificateAbsence([string] $Thumbprint, [string] $Store) {
    foreach ($one in Find-Certificate $Thumbprint $Store) { "certificate $Thumbprint ($(ConvertTo-Line $one.Subject)) is in $Store, it should be absent" }
}
