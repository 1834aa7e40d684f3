# Subject, NotAfter (UTC), HasPrivateKey and Data (base64) of a certificate of this computer, nothing where the store has none of this thumbprint.
function Get-StoreCertificate([string] $Store, [string] $Thumbprint) {
    #remedyc:every-host
    $opened = [Security.Cryptography.X509Certificates.X509Store]::new($Store, [Security.Cryptography.X509Certificates.StoreLocation]'LocalMachine')
    try {
        $opened.Open([Security.Cryptography.X509Certificates.OpenFlags]'ReadOnly')
        foreach ($one in $opened.Certificates) {
            if (-not [string]::Equals($one.Thumbprint, $Thumbprint, 'OrdinalIgnoreCase')) { continue }
            return [pscustomobject]@{ Subject = $one.Subject; NotAfter = $one.NotAfter.ToUniversalTime(); HasPrivateKey = $one.HasPrivateKey; Data = [Convert]::ToBase64String($one.RawData) }
        }
    }
    finally { $opened.Close() }
}
