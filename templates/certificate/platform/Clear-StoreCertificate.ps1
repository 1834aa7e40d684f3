# Takes a certificate out of a store of this computer.
function Clear-StoreCertificate {
    param([Parameter(Mandatory)] [string] $Store, [Parameter(Mandatory)] [string] $Thumbprint)
    #remedyc:every-host
    $opened = [Security.Cryptography.X509Certificates.X509Store]::new($Store, [Security.Cryptography.X509Certificates.StoreLocation]'LocalMachine')
    try {
        $opened.Open([Security.Cryptography.X509Certificates.OpenFlags]'ReadWrite')
        foreach ($one in $opened.Certificates) { if ([string]::Equals($one.Thumbprint, $Thumbprint, 'OrdinalIgnoreCase')) { $opened.Remove($one) } }
    }
    finally { $opened.Close() }
}
