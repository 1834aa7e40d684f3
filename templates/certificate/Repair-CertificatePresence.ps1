# Adds a certificate to a store.
function Repair-CertificatePresence([string] $Thumbprint, [string] $Store, [string] $Source, [string] $Content) {
    if ($null -ne (Find-Certificate $Thumbprint $Store)) { return }
    $bytes = Get-CertificateByte $Thumbprint $Source $Content
    Add-Journal 'Certificate' $Store, $Thumbprint '' ([Convert]::ToBase64String($bytes))
    Add-StoreCertificate $Store.Replace('_', '') $bytes
}
