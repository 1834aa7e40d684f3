# Changes the description of a group of this computer.
function Write-GroupDescription([string] $Name, [string] $Description) {
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $text = $marshal::StringToHGlobalUni($Description)
    try {
        # LOCALGROUP_INFO_1002: one pointer
        $code = $api::NetLocalGroupSetInfo([IntPtr]::Zero, $Name, 1002, [IntPtr[]]@($text), [IntPtr]::Zero)
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { $marshal::FreeHGlobal($text) }
}
