# Why Windows cannot set the time zone by where the device is, or nothing.
function Find-TimeZoneAutomaticBlocker([bool] $Automatic) {
    if ($Automatic -and $null -eq (Read-ServiceStartup 'tzautoupdate')) { 'this Windows has no service tzautoupdate' }
}
