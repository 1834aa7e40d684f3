# Whether this computer has a wireless adapter that is enabled.
function Read-NetworkHasWirelessAdapter { @(Find-WifiAdapter).Count -gt 0 }
