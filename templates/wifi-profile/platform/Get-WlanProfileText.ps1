# The XML of a profile of a wireless network, in which a key stays encrypted; nothing where the adapter has none of that name.
## "WlanGetProfile function": without WLAN_PROFILE_GET_PLAINTEXT_KEY no key is readable.
function Get-WlanProfileText([byte[]] $Interface, [string] $Name) {
    #remedyc:every-host
    $api = Get-WlanApi
    $text = [IntPtr]::Zero
    $session = Open-WlanSession
    try {
        $code = $api::WlanGetProfile($session, $Interface, $Name, [IntPtr]::Zero, [ref]$text, [IntPtr]::Zero, [IntPtr]::Zero)
        # ERROR_NOT_FOUND
        if ($code -eq 1168) { return }
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
        [Runtime.InteropServices.Marshal]::PtrToStringUni($text)
    }
    finally {
        if ($text -ne [IntPtr]::Zero) { $api::WlanFreeMemory($text) }
        [void]$api::WlanCloseHandle($session, [IntPtr]::Zero)
    }
}
