# Takes a certificate out of a store.
function Repair-CertificateAbsence([string] $Thumbprint, [string] $Store) {
    $one = Find-Certificate $Thumbprint $Store
    if ($null -eq $one) { return }
    if ($one.HasPrivateKey) { Add-Journal 'Lost' "certificate $Thumbprint was taken out of $Store", 'with its private key' }
    else { Add-Journal 'Certificate' $Store, $Thumbprint $one.Data }
    Clear-StoreCertificate $Store.Replace('_', '') $Thumbprint
}
