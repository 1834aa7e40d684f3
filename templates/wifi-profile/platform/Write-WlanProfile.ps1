# Gives an adapter a profile of a wireless network that all users have, from its XML; one of its name that is there stays.
## "WlanSetProfile function" (learn.microsoft.com/windows/win32/api/wlanapi/nf-wlanapi-wlansetprofile).
function Write-WlanProfile {
    param([Parameter(Mandatory)] [byte[]] $Interface, [Parameter(Mandatory)] [string] $Xml)
    #remedyc:every-host
    $api = Get-WlanApi
    $reason = 0
    $session = Open-WlanSession
    try {
        $code = $api::WlanSetProfile($session, $Interface, 0, $Xml, [IntPtr]::Zero, 0, [IntPtr]::Zero, [ref]$reason)
        # ERROR_ALREADY_EXISTS: it is so already
        if ($code -notin 0, 183) { throw "$([ComponentModel.Win32Exception]::new($code).Message) (error $code, WLAN_REASON_CODE $reason)" }
    }
    finally { [void]$api::WlanCloseHandle($session, [IntPtr]::Zero) }
}
