# The wireless adapters that are enabled, each as the bytes of its GUID; none where Windows has no wireless networks, or their service does not run and keeps no profile.
## WLAN AutoConfig is started by hand where there is no adapter (its startup type is Manual until one is there); so a service that does not run is as good as no adapter, as long as it has nothing to give back.
function Find-WifiAdapter {
    if (Test-WlanService) { Find-WlanAdapter }
    elseif (Test-WlanProfileFile) { throw 'Wi-Fi profiles are kept, and the service WlanSvc (WLAN AutoConfig), which tells of them, does not run' }
}
