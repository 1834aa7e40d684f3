# The description of a group of this computer, '' for an empty one; nothing where there is no such group.
function Get-GroupDescription([string] $Name) {
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $buffer = [IntPtr]::Zero
    $code = $api::NetLocalGroupGetInfo([IntPtr]::Zero, $Name, 1, [ref]$buffer)
    # NERR_GroupNotFound, ERROR_NO_SUCH_ALIAS
    if ($code -in 2220, 1376) { return }
    if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    # LOCALGROUP_INFO_1: two pointers, to the name and the description
    try { [string]$marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, [IntPtr]::Size)) }
    finally { [void]$api::NetApiBufferFree($buffer) }
}
