# The functions of the local security authority that read and write user rights.
function Get-LsaApi {
    #remedyc:every-host
    $handle = [IntPtr]
    Get-NativeType 'advapi32' 'LsaApi' @{
        LsaOpenPolicy                     = [int], $handle, [byte[]], [int], $handle.MakeByRefType()
        LsaClose                          = [int], $handle
        LsaFreeMemory                     = [int], $handle
        LsaNtStatusToWinError             = [int], [int]
        LsaEnumerateAccountsWithUserRight = [int], $handle, $handle, $handle.MakeByRefType(), [int].MakeByRefType()
        LsaAddAccountRights               = [int], $handle, [byte[]], $handle, [int]
        LsaRemoveAccountRights            = [int], $handle, [byte[]], [byte], $handle, [int]
    }
}
