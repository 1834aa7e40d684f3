# The thumbprints of all certificates in a store of this computer.
function Find-StoreCertificate([string] $Store) {
    #remedyc:every-host
    $opened = [Security.Cryptography.X509Certificates.X509Store]::new($Store, [Security.Cryptography.X509Certificates.StoreLocation]'LocalMachine')
    try {
        $opened.Open([Security.Cryptography.X509Certificates.OpenFlags]'ReadOnly')
        foreach ($one in $opened.Certificates) { $one.Thumbprint }
    }
    finally { $opened.Close() }
}
