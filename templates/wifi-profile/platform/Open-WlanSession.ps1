# A session with the service of wireless networks, for who closes it; throws where that does not run.
## "WlanOpenHandle function": 2 is the version from Windows Vista on.
function Open-WlanSession {
    #remedyc:every-host
    $version = 0
    $session = [IntPtr]::Zero
    $code = (Get-WlanApi)::WlanOpenHandle(2, [IntPtr]::Zero, [ref]$version, [ref]$session)
    # ERROR_SERVICE_NOT_ACTIVE
    if ($code -eq 1062) { throw 'the service WlanSvc (WLAN AutoConfig) does not run' }
    if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    $session
}
