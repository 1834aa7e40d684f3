# Adds a certificate to a store of this computer; one that is there stays as it is.
function Add-StoreCertificate([string] $Store, [byte[]] $Data) {
    #remedyc:every-host
    $opened = [Security.Cryptography.X509Certificates.X509Store]::new($Store, [Security.Cryptography.X509Certificates.StoreLocation]'LocalMachine')
    try {
        $opened.Open([Security.Cryptography.X509Certificates.OpenFlags]'ReadWrite')
        $opened.Add([Security.Cryptography.X509Certificates.X509Certificate2]::new($Data))
    }
    finally { $opened.Close() }
}
