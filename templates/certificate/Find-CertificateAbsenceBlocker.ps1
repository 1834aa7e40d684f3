# Who would bring a certificate back that is to be absent, or nothing.
## A store of this computer is several: what Group Policy brings is below Policies, what Active Directory brings (NTAuth, AIA, Certification Authorities) below
## EnterpriseCertificates. Microsoft Learn, "System Store Locations": CERT_SYSTEM_STORE_LOCAL_MACHINE_GROUP_POLICY, CERT_SYSTEM_STORE_LOCAL_MACHINE_ENTERPRISE.
function Find-CertificateAbsenceBlocker([string] $Thumbprint, [string] $Store) {
    $key = "$($Store.Replace('_', ''))\Certificates\$Thumbprint"
    if (Test-RegistryPath 'HKLM' "SOFTWARE\Policies\Microsoft\SystemCertificates\$key") { return 'Group Policy brings it, take it away there' }
    if (Test-RegistryPath 'HKLM' "SOFTWARE\Microsoft\EnterpriseCertificates\$key") { 'Active Directory brings it, take it away there' }
}
