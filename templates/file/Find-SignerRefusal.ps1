# Why a file is not signed by this whole subject or thumbprint.
## That a file is not signed by this subject (the whole of it) or thumbprint, or nothing.
## Valid alone means little: anybody can buy a certificate.
function Find-SignerRefusal([string] $Path, [string] $SignedBy) {
    $shown = ConvertTo-Line $Path
    $signature = Get-FileSignature $Path
    if ($signature.Status -ne 'Valid') { return "the signature of $shown is not valid: $($signature.Status)" }
    $actual = if ($SignedBy -match '^[0-9A-Fa-f]{40}$') { $signature.Thumbprint } else { $signature.Subject }
    if (-not [string]::Equals($actual, $SignedBy, [StringComparison]::OrdinalIgnoreCase)) { "$shown is signed by '$(ConvertTo-Line $actual)', not by '$(ConvertTo-Line $SignedBy)'" }
}
