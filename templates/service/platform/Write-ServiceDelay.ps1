# Switches the delayed start of an automatic service on or off (SERVICE_CONFIG_DELAYED_AUTO_START_INFO); gives the error number, 1060 for no such service.
function Write-ServiceDelay([string] $Name, [bool] $Delayed) {
    $code = Open-Service -Name $Name -Access 0x2 -Body {
        param($api, $handle)
        if ($api::ChangeServiceConfig2W($handle, 3, [BitConverter]::GetBytes([int]$Delayed)) -ne 0) { 0 } else { [Runtime.InteropServices.Marshal]::GetLastWin32Error() }
    }
    if ($null -eq $code) { 1060 } else { $code }
}
