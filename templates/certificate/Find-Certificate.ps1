# A certificate of this computer (Get-StoreCertificate). Store: a word of the remedy.
function Find-Certificate([string] $Thumbprint, [string] $Store) {
    try { Get-StoreCertificate $Store.Replace('_', '') $Thumbprint } catch { throw "the certificates in ${Store}: $(Get-FailureText $_)" }
}
