# Switches a privilege of this process on (2) or off (0). Who does not have it is refused later, by Windows.
## LUIDs (wdm.h): 9 SeTakeOwnershipPrivilege, 18 SeRestorePrivilege.
## -1 is this process (GetCurrentProcess). TOKEN_QUERY | TOKEN_ADJUST_PRIVILEGES; TOKEN_PRIVILEGES: count, LUID, attributes (SE_PRIVILEGE_ENABLED 2).
function Write-Privilege([byte] $Luid, [byte] $State) {
    #remedyc:every-host
    $api = Get-SecurityApi
    $token = [IntPtr]::Zero
    $done = $api::OpenProcessToken([IntPtr](-1), 0x28, [ref]$token)
    $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
    $held = [Microsoft.Win32.SafeHandles.SafeFileHandle]::new($token, $true)
    $privilege = [byte[]](1, 0, 0, 0, $Luid, 0, 0, 0, 0, 0, 0, 0, $State, 0, 0, 0)
    try { $null = $api::AdjustTokenPrivileges($token, $false, $privilege, 0, [IntPtr]::Zero, [IntPtr]::Zero) } finally { $held.Dispose() }
}
