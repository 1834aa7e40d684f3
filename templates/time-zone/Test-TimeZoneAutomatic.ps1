# The reason where Windows sets the time zone by where the device is and should not, or the reverse.
function Test-TimeZoneAutomatic([bool] $Automatic) {
    if ((Read-TimeZoneAutomatic) -ne $Automatic) { "the time zone is $(if ($Automatic) { 'not ' })set automatically" }
}
