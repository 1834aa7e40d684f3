# Flags, FullName and Description of an account of this computer; nothing where there is no such account.
function Get-UserState([string] $Name) {
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $size = [IntPtr]::Size
    $buffer = [IntPtr]::Zero
    $code = $api::NetUserGetInfo([IntPtr]::Zero, $Name, 23, [ref]$buffer)
    # NERR_UserNotFound
    if ($code -eq 2221) { return }
    if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    # USER_INFO_23: pointers to name, full name and comment, then the flags
    try { [pscustomobject]@{ Flags = $marshal::ReadInt32($buffer, 3 * $size); FullName = [string]$marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $size)); Description = [string]$marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, 2 * $size)) } }
    finally { [void]$api::NetApiBufferFree($buffer) }
}
