# Whether all users have a Wi-Fi profile.
function Read-WifiProfileExists([string] $Name) { @(Find-WifiProfile $Name).Count -gt 0 }
