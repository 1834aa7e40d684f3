# Why a Wi-Fi profile cannot be made, or nothing.
function Find-WifiProfilePresenceBlocker(
    [string] $Name,
    #remedyc:only WifiProfile.Url
    [string] $Url = '',
    #remedyc:end
    #remedyc:only WifiProfile.Source
    [string] $Source = '',
    [string] $Sha256 = '',
    #remedyc:end
    [string] $Definition = ''
) {
    if (-not (Test-WlanService)) { return 'this Windows has no wireless networks, or their service WlanSvc (WLAN AutoConfig) does not run' }
    if (@(Find-WlanAdapter).Count -eq 0) { return 'this computer has no wireless adapter that is enabled' }
    #remedyc:only WifiProfile.Url
    if ($Url -ne '') { return }
    #remedyc:end
    #remedyc:only WifiProfile.Source
    if ($Source -ne '') {
        $why = Find-CopyBlocker $Source $Sha256
        if ($why) { return $why }
        try { $Definition = Read-WifiProfileSource $Source $Sha256 } catch { return Get-FailureText $_ }
    }
    #remedyc:end
    Find-WifiDefinitionRefusal $Name $Definition
}
