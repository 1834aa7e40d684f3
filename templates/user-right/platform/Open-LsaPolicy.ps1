# Runs a block with LSA functions, a policy handle and the right's name; frees both.
## Runs a block with the functions, a handle of the local security policy and the right's name as LSA_UNICODE_STRING, and frees both.
## Access: 0x801 reads accounts by right, 0x811 adds and removes them as well.
function Open-LsaPolicy([string] $Right, [int] $Access, [scriptblock] $Body) {
    #remedyc:every-host
    $api = Get-LsaApi
    $marshal = [Runtime.InteropServices.Marshal]
    $policy = [IntPtr]::Zero
    # LSA_OBJECT_ATTRIBUTES: six fields of pointer size, all unused
    $status = $api::LsaOpenPolicy([IntPtr]::Zero, [byte[]]::new(6 * [IntPtr]::Size), $Access, [ref]$policy)
    if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
    $text = $marshal::StringToHGlobalUni($Right)
    $string = $marshal::AllocHGlobal(2 * [IntPtr]::Size)
    try {
        $marshal::WriteIntPtr($string, [IntPtr]::Zero)
        $marshal::WriteInt16($string, 0, [int16](2 * $Right.Length))
        $marshal::WriteInt16($string, 2, [int16](2 * $Right.Length + 2))
        $marshal::WriteIntPtr($string, [IntPtr]::Size, $text)
        & $Body $api $policy $string
    }
    finally {
        $marshal::FreeHGlobal($string)
        $marshal::FreeHGlobal($text)
        [void]$api::LsaClose($policy)
    }
}
