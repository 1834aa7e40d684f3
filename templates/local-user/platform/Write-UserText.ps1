# Changes the full name (Level 1011) or the description (1007) of an account of this computer.
function Write-UserText([string] $Name, [int] $Level, [string] $Text) {
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $pointer = $marshal::StringToHGlobalUni($Text)
    try {
        # USER_INFO_1011, USER_INFO_1007: one pointer
        $code = $api::NetUserSetInfo([IntPtr]::Zero, $Name, $Level, [IntPtr[]]@($pointer), [IntPtr]::Zero)
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { $marshal::FreeHGlobal($pointer) }
}
