# Whether Windows may set the time zone by where the device is.
## "Set time zone automatically" in the settings: the start type of the service is 3 where it is on, 4 where it is off.
function Read-TimeZoneAutomatic { @($null, 'disabled') -notcontains (Read-ServiceStartup 'tzautoupdate') }
