# Lets Windows set the time zone by where the device is, or forbids it.
function Repair-TimeZoneAutomatic([bool] $Automatic) {
    if ((Read-TimeZoneAutomatic) -ne $Automatic) { Repair-ServiceStartup 'tzautoupdate' $(if ($Automatic) { 'manual' } else { 'disabled' }) }
}
