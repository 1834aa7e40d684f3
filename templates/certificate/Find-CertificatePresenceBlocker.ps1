# Why a certificate cannot be added, or nothing.
function Find-CertificatePresenceBlocker([string] $Thumbprint, [string] $Source, [string] $Content) {
    try { $null = Get-CertificateByte $Thumbprint $Source $Content } catch { Get-FailureText $_ }
}
