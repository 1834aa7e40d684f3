# Gives the file or folder at this very path another owner, whatever its access list says.
## With SeRestorePrivilege (its LUID is 18, wdm.h) any account may become the owner, and what is opened for it need not allow it; it is switched on for that alone. Who has it not is refused by Windows.
## -1 is this process (GetCurrentProcess). TOKEN_QUERY | TOKEN_ADJUST_PRIVILEGES; TOKEN_PRIVILEGES: count, LUID, SE_PRIVILEGE_ENABLED. WRITE_OWNER, OWNER_SECURITY_INFORMATION 1, SE_SELF_RELATIVE 0x8000.
function Write-PathOwner([string] $Path, [string] $Owner) {
    $api = Get-SecurityApi
    $token = [IntPtr]::Zero
    $done = $api::OpenProcessToken([IntPtr](-1), 0x28, [ref]$token)
    $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
    $held = [Microsoft.Win32.SafeHandles.SafeFileHandle]::new($token, $true)
    $privilege = [byte[]](1, 0, 0, 0, 18, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0)
    try {
        $null = $api::AdjustTokenPrivileges($token, $false, $privilege, 0, [IntPtr]::Zero, [IntPtr]::Zero)
        $handle = Open-Entry $Path 0x80080
        try {
            $null = Get-OpenAttribute $handle
            $security = [Security.AccessControl.RawSecurityDescriptor]::new([Security.AccessControl.ControlFlags]0x8000, [Security.Principal.SecurityIdentifier]::new($Owner), $null, $null, $null)
            $data = [byte[]]::new($security.BinaryLength)
            $security.GetBinaryForm($data, 0)
            $done = $api::SetKernelObjectSecurity($handle, 1, $data)
            $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
            if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
        }
        finally { $handle.Dispose() }
    }
    finally {
        $privilege[12] = 0
        $null = $api::AdjustTokenPrivileges($token, $false, $privilege, 0, [IntPtr]::Zero, [IntPtr]::Zero)
        $held.Dispose()
    }
}
