# Changes the start type (2 automatic, 3 manual, 4 disabled) or the account of a service, with its password where it has one; gives the error number, 1060 for no such service.
# ChangeServiceConfigW: -1 and null leave a setting as it is; an account without a password (virtual, managed, built in) is given an empty one.
# The password's memory is overwritten before it is freed.
function Write-ServiceConfiguration([string] $Name, [int] $StartType = -1, [string] $Account = '', [securestring] $Password) {
    $code = Open-Service -Name $Name -Access 0x2 -Body {
        param($api, $handle)
        $marshal = [Runtime.InteropServices.Marshal]
        $none = [IntPtr]::Zero
        $accountText = $none
        $passwordText = $none
        try {
            if ($Account.Length -gt 0) { $accountText = $marshal::StringToHGlobalUni($Account) }
            if ($null -ne $Password) { $passwordText = $marshal::SecureStringToGlobalAllocUnicode($Password) }
            elseif ($Account.Length -gt 0) { $passwordText = $marshal::StringToHGlobalUni('') }
            if ($api::ChangeServiceConfigW($handle, -1, $StartType, -1, $none, $none, $none, $none, $accountText, $passwordText, $none) -ne 0) { 0 } else { $marshal::GetLastWin32Error() }
        }
        finally {
            if ($passwordText -ne $none) { $marshal::ZeroFreeGlobalAllocUnicode($passwordText) }
            $marshal::FreeHGlobal($accountText)
        }
    }
    if ($null -eq $code) { 1060 } else { $code }
}
