# LicenseStatus of each product key of Windows itself that is installed (SoftwareLicensingProduct): 1 is licensed. Nothing without a key.
## The id is that of Windows; Office has another. The filter leaves out the hundreds of editions without a key.
function Find-WindowsLicense {
    #remedyc:every-host
    $filter = "ApplicationID = '55c92734-d682-4d71-983e-d6ec3f16059f' AND PartialProductKey IS NOT NULL"
    foreach ($one in Get-CimInstance -ClassName SoftwareLicensingProduct -Filter $filter -Property LicenseStatus -OperationTimeoutSec 60) { [int]$one.LicenseStatus }
}
