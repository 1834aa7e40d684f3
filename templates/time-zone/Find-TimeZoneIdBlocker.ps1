# Why the time zone cannot be set or would not last, or nothing.
## Policy CSP - TimeLanguageSettings (Microsoft Learn): ConfigureTimeZone is the standard name of the zone.
function Find-TimeZoneIdBlocker([string] $Id, [object] $Automatic) {
    if (-not (Test-RegistryPath 'HKLM' "SOFTWARE\Microsoft\Windows NT\CurrentVersion\Time Zones\$Id")) { return 'this Windows does not know it, new time zones come with its updates' }
    $policy = Read-SystemValue 'SOFTWARE\Microsoft\PolicyManager\current\device\TimeLanguageSettings' 'ConfigureTimeZone'
    if ($policy -and -not (Test-Text "$policy" $Id -IgnoreCase)) { return "Intune's policy TimeLanguageSettings/ConfigureTimeZone sets $(ConvertTo-Line "$policy"), change it there" }
    if ($Automatic -or ($null -eq $Automatic -and (Read-TimeZoneAutomatic))) { 'Windows sets it by where the device is, so that it would not last; ensure automatic: false' }
}
