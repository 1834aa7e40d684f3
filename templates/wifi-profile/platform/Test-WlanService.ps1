# Whether this Windows has wireless networks and their service answers.
function Test-WlanService {
    #remedyc:every-host
    if (-not [IO.File]::Exists("$([Environment]::SystemDirectory)\wlanapi.dll")) { return $false }
    $session = Open-WlanSession
    if ($session -eq [IntPtr]::Zero) { return $false }
    [void](Get-WlanApi)::WlanCloseHandle($session, [IntPtr]::Zero)
    $true
}
