# Deletes a profile of a wireless network from an adapter.
## "WlanDeleteProfile function" (learn.microsoft.com/windows/win32/api/wlanapi/nf-wlanapi-wlandeleteprofile).
function Clear-WlanProfile {
    param([Parameter(Mandatory)] [byte[]] $Interface, [Parameter(Mandatory)] [string] $Name)
    #remedyc:every-host
    $api = Get-WlanApi
    $session = Open-WlanSession
    try {
        $code = $api::WlanDeleteProfile($session, $Interface, $Name, [IntPtr]::Zero)
        # ERROR_NOT_FOUND: it is so already
        if ($code -notin 0, 1168) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { [void]$api::WlanCloseHandle($session, [IntPtr]::Zero) }
}
