# Status, Subject and Thumbprint of a file's Authenticode signature, $null without one.
## Status (Valid, NotSigned, HashMismatch, ...), Subject and Thumbprint of a file's Authenticode signature; Subject and Thumbprint are $null without one.
function Get-FileSignature([string] $Path) {
    $signature = Get-AuthenticodeSignature -LiteralPath $Path
    $certificate = $signature.SignerCertificate
    [pscustomobject]@{
        Status = [string]$signature.Status
        Subject = if ($certificate) { $certificate.Subject }
        Thumbprint = if ($certificate) { $certificate.Thumbprint }
    }
}
