# The wireless adapters that are enabled, each as the bytes of its GUID.
## WLAN_INTERFACE_INFO_LIST (learn.microsoft.com/windows/win32/api/wlanapi/ns-wlanapi-wlan_interface_info_list): a count, an index, then the entries. WLAN_INTERFACE_INFO: GUID, WCHAR[256], a state: 532 bytes.
function Find-WlanAdapter {
    #remedyc:every-host
    $api = Get-WlanApi
    $marshal = [Runtime.InteropServices.Marshal]
    $interfaces = [IntPtr]::Zero
    $session = Open-WlanSession
    try {
        $code = $api::WlanEnumInterfaces($session, [IntPtr]::Zero, [ref]$interfaces)
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
        for ($at = 0; $at -lt $marshal::ReadInt32($interfaces, 0); $at++) {
            # each entry of 532 bytes begins with the adapter's GUID
            $guid = [byte[]]::new(16)
            $marshal::Copy([IntPtr]::Add($interfaces, 8 + 532 * $at), $guid, 0, 16)
            , $guid
        }
    }
    finally {
        if ($interfaces -ne [IntPtr]::Zero) { $api::WlanFreeMemory($interfaces) }
        [void]$api::WlanCloseHandle($session, [IntPtr]::Zero)
    }
}
