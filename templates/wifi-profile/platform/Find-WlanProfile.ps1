# The profiles of wireless networks of an adapter: Interface (the bytes of its GUID), Name, Flags (1 of a policy, 2 of one person).
## WLAN_PROFILE_INFO_LIST (learn.microsoft.com/windows/win32/api/wlanapi/ns-wlanapi-wlan_profile_info_list): a count, an index, then the entries. WLAN_PROFILE_INFO: WCHAR[256], flags: 516 bytes.
function Find-WlanProfile([byte[]] $Interface) {
    #remedyc:every-host
    $api = Get-WlanApi
    $marshal = [Runtime.InteropServices.Marshal]
    $profiles = [IntPtr]::Zero
    $session = Open-WlanSession
    try {
        $code = $api::WlanGetProfileList($session, $Interface, [IntPtr]::Zero, [ref]$profiles)
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
        for ($number = 0; $number -lt $marshal::ReadInt32($profiles, 0); $number++) {
            # each entry: a text of 512 bytes, then its flags
            $entry = [IntPtr]::Add($profiles, 8 + 516 * $number)
            [pscustomobject]@{ Interface = $Interface; Name = $marshal::PtrToStringUni($entry); Flags = $marshal::ReadInt32($entry, 512) }
        }
    }
    finally {
        if ($profiles -ne [IntPtr]::Zero) { $api::WlanFreeMemory($profiles) }
        [void]$api::WlanCloseHandle($session, [IntPtr]::Zero)
    }
}
