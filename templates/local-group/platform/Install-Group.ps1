# Makes a group of this computer, without members.
## LOCALGROUP_INFO_1: two pointers, to the name and the description.
function Install-Group([string] $Name) {
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $text = $marshal::StringToHGlobalUni($Name)
    try {
        # LOCALGROUP_INFO_1: two pointers, to the name and the description
        $code = $api::NetLocalGroupAdd([IntPtr]::Zero, 1, [IntPtr[]]@($text, [IntPtr]::Zero), [IntPtr]::Zero)
        # NERR_UserExists
        if ($code -eq 2224) { throw 'an account has that name' }
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { $marshal::FreeHGlobal($text) }
}
