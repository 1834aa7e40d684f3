# A session with the service of wireless networks, for who closes it; none (zero) where that does not run.
## "WlanOpenHandle function": 2 is the version from Windows Vista on.
function Open-WlanSession {
    #remedyc:every-host
    $version = 0
    $session = [IntPtr]::Zero
    $code = (Get-WlanApi)::WlanOpenHandle(2, [IntPtr]::Zero, [ref]$version, [ref]$session)
    # ERROR_SERVICE_NOT_ACTIVE
    if ($code -notin 0, 1062) { throw [ComponentModel.Win32Exception]::new($code) }
    $session
}
