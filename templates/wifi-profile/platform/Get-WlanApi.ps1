# The functions of Windows for wireless networks; throws where this Windows has none.
## "wlanapi.h header" (learn.microsoft.com/windows/win32/api/wlanapi). wlanapi.dll is no KnownDLL: it is looked for in PowerShell's own folder and then in System32, so nothing behind these is reached where it is there.
## Windows Server has it with the feature "Wireless LAN Service" only.
function Get-WlanApi {
    #remedyc:every-host
    if (-not [IO.File]::Exists("$([Environment]::SystemDirectory)\wlanapi.dll")) { throw 'this Windows has no wireless networks (wlanapi.dll is missing)' }
    $handle = [IntPtr]
    Get-NativeType 'wlanapi' 'WlanApi' @{
        WlanOpenHandle     = [int], [int], $handle, [int].MakeByRefType(), $handle.MakeByRefType()
        WlanCloseHandle    = [int], $handle, $handle
        WlanFreeMemory     = [void], $handle
        #remedyc:only Find-WlanAdapter
        WlanEnumInterfaces = [int], $handle, $handle, $handle.MakeByRefType()
        #remedyc:end
        #remedyc:only Find-WlanProfile
        WlanGetProfileList = [int], $handle, [byte[]], $handle, $handle.MakeByRefType()
        #remedyc:end
        #remedyc:only Get-WlanProfileText
        WlanGetProfile     = [int], $handle, [byte[]], [string], $handle, $handle.MakeByRefType(), $handle, $handle
        #remedyc:end
        #remedyc:only Write-WlanProfile
        WlanSetProfile     = [int], $handle, [byte[]], [int], [string], $handle, [int], $handle, [int].MakeByRefType()
        #remedyc:end
        #remedyc:only Clear-WlanProfile
        WlanDeleteProfile  = [int], $handle, [byte[]], [string], $handle
        #remedyc:end
    }
}
