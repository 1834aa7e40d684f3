# The SID of this computer's own accounts, without the number of one of them.
## USER_MODALS_INFO_2: two pointers, to the name of the domain and its SID. RID 500 is the built-in administrator ("Well-known SIDs", learn.microsoft.com/windows/win32/secauthz/well-known-sids).
function Get-MachineSid {
    #remedyc:every-host
    $api = Get-NetApi
    $buffer = [IntPtr]::Zero
    $code = $api::NetUserModalsGet([IntPtr]::Zero, 2, [ref]$buffer)
    if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    # USER_MODALS_INFO_2: two pointers, to the name of the domain and to its SID
    try { [Security.Principal.SecurityIdentifier]::new([Runtime.InteropServices.Marshal]::ReadIntPtr($buffer, [IntPtr]::Size)).Value }
    finally { [void]$api::NetApiBufferFree($buffer) }
}
