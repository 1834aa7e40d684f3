# The bytes of a certificate as base64, '' where the store has none. At: store, thumbprint.
function Get-CertificateState([string[]] $At) {
    $one = Find-Certificate $At[1] $At[0]
    if ($null -eq $one) { '' } else { $one.Data }
}
