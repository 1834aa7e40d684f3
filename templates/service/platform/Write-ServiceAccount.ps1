# Changes the account of a service; gives the error number.
## Changes the account of a service, with its password where it has one; gives the error number, 1060 for no such service.
## ChangeServiceConfigW: -1 and null leave a setting as it is; a built-in account is given an empty password, a managed or virtual one none ("the lpPassword parameter must be NULL").
## 1 is SC_MANAGER_CONNECT, 2 SERVICE_CHANGE_CONFIG.
## A native call, since the password must stand on no command line; its memory is overwritten before it is freed.
function Write-ServiceAccount([string] $Name, [string] $Account, [securestring] $Password) {
    $handle = [IntPtr]
    $api = Get-NativeType 'advapi32' 'ServiceApi' @{
        OpenSCManagerW       = $handle, $handle, $handle, [int]
        OpenServiceW         = $handle, $handle, [string], [int]
        CloseServiceHandle   = [int], $handle
        ChangeServiceConfigW = [int], $handle, [int], [int], [int], $handle, $handle, $handle, $handle, $handle, $handle, $handle
    }
    $marshal = [Runtime.InteropServices.Marshal]
    $none = [IntPtr]::Zero
    $manager = $api::OpenSCManagerW($none, $none, 1)
    if ($manager -eq $none) { return $marshal::GetLastWin32Error() }
    $service = $api::OpenServiceW($manager, $Name, 2)
    $code = $marshal::GetLastWin32Error()
    $accountText = $marshal::StringToHGlobalUni($Account)
    $passwordText = if ($null -ne $Password) { $marshal::SecureStringToGlobalAllocUnicode($Password) } elseif ($Account -notmatch '\$\z|^NT SERVICE\\') { $marshal::StringToHGlobalUni('') } else { $none }
    try {
        if ($service -eq $none) { return $code }
        if ($api::ChangeServiceConfigW($service, -1, -1, -1, $none, $none, $none, $none, $accountText, $passwordText, $none) -ne 0) { 0 } else { $marshal::GetLastWin32Error() }
    }
    finally {
        $marshal::ZeroFreeGlobalAllocUnicode($passwordText)
        $marshal::FreeHGlobal($accountText)
        if ($service -ne $none) { [void]$api::CloseServiceHandle($service) }
        [void]$api::CloseServiceHandle($manager)
    }
}
