# The bytes of the certificate that is to be added, without what is not the certificate itself; throws where they are of another, or of none.
## The content type keeps away what holds more than one, or a private key: a .pfx, a .p7b, a signed program.
function Get-CertificateByte([string] $Thumbprint, [string] $Source, [string] $Content) {
    $bytes = [Text.Encoding]::UTF8.GetBytes($Content)
    $what = 'the content'
    if ($Source) {
        $what = ConvertTo-Line $Source
        $entry = Get-FileEntry $Source
        if ($null -eq $entry -or $entry.IsDirectory) { throw "the source $what is missing" }
        $bytes = Get-FileByte $Source 0 1MB
    }
    if ($bytes.Length -eq 0) { throw 'neither source nor content says what to add' }
    try {
        # DER begins with a sequence; else it is base64, between lines that say so or alone
        if ($bytes[0] -ne 0x30) { $bytes = [Convert]::FromBase64String(([Text.Encoding]::ASCII.GetString($bytes) -replace '(?s)^.*?-----BEGIN CERTIFICATE-----(.*?)-----END.*$', '$1')) }
        $type = [Security.Cryptography.X509Certificates.X509Certificate2]::GetCertContentType($bytes)
        $one = if ("$type" -eq 'Cert') { [Security.Cryptography.X509Certificates.X509Certificate2]::new($bytes) }
    }
    catch { throw "$what is no certificate: $(Get-FailureText $_)" }
    if ($null -eq $one) { throw "$what is no certificate alone but $type" }
    if (-not (Test-Text $one.Thumbprint $Thumbprint -IgnoreCase)) { throw "$what is another certificate, $($one.Thumbprint) ($(ConvertTo-Line $one.Subject))" }
    , $one.RawData
}
