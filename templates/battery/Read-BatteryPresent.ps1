# Whether this computer has a battery.
function Read-BatteryPresent { @(Get-BatteryCharge).Count -gt 0 }
