# The profiles of wireless networks, once for each adapter that has one: Interface (the bytes of its GUID), Name, Flags (1 of a policy, 2 of one person); throws where there is no adapter.
## WLAN_INTERFACE_INFO_LIST and WLAN_PROFILE_INFO_LIST (learn.microsoft.com/windows/win32/api/wlanapi): a count, an index, then the entries. WLAN_INTERFACE_INFO: GUID, WCHAR[256], a state: 532 bytes. WLAN_PROFILE_INFO: WCHAR[256], flags: 516 bytes.
function Find-WlanProfile {
    #remedyc:every-host
    $api = Get-WlanApi
    $marshal = [Runtime.InteropServices.Marshal]
    $interfaces = [IntPtr]::Zero
    $session = Open-WlanSession
    try {
        $code = $api::WlanEnumInterfaces($session, [IntPtr]::Zero, [ref]$interfaces)
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
        $count = $marshal::ReadInt32($interfaces, 0)
        if ($count -eq 0) { throw 'this computer has no wireless adapter that is enabled' }
        for ($at = 0; $at -lt $count; $at++) {
            # each entry of 532 bytes begins with the adapter's GUID
            $guid = [byte[]]::new(16)
            $marshal::Copy([IntPtr]::Add($interfaces, 8 + 532 * $at), $guid, 0, 16)
            $profiles = [IntPtr]::Zero
            $code = $api::WlanGetProfileList($session, $guid, [IntPtr]::Zero, [ref]$profiles)
            if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
            try {
                $entries = $marshal::ReadInt32($profiles, 0)
                for ($number = 0; $number -lt $entries; $number++) {
                    # each entry: a text of 512 bytes, then its flags
                    $entry = [IntPtr]::Add($profiles, 8 + 516 * $number)
                    [pscustomobject]@{ Interface = $guid; Name = $marshal::PtrToStringUni($entry); Flags = $marshal::ReadInt32($entry, 512) }
                }
            }
            finally { $api::WlanFreeMemory($profiles) }
        }
    }
    finally {
        if ($interfaces -ne [IntPtr]::Zero) { $api::WlanFreeMemory($interfaces) }
        [void]$api::WlanCloseHandle($session, [IntPtr]::Zero)
    }
}
