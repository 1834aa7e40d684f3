# The seconds since the password of an account of this computer was set.
function Get-UserPasswordAge([string] $Name) {
    #remedyc:every-host
    $api = Get-NetApi
    $buffer = [IntPtr]::Zero
    $code = $api::NetUserGetInfo([IntPtr]::Zero, $Name, 1, [ref]$buffer)
    if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    # USER_INFO_1: pointers to name and password, then the age
    try { [Runtime.InteropServices.Marshal]::ReadInt32($buffer, 2 * [IntPtr]::Size) }
    finally { [void]$api::NetApiBufferFree($buffer) }
}
