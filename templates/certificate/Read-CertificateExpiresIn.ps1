# How long a certificate is still valid, never negative; $null where the store has none.
function Read-CertificateExpiresIn([string] $Thumbprint, [string] $Store) {
    foreach ($one in Find-Certificate $Thumbprint $Store) {
        $left = $one.NotAfter - (Get-Clock)
        if ($left -lt [timespan]::Zero) { [timespan]::Zero } else { $left }
    }
}
