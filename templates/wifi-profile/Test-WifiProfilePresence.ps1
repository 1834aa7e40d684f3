# The reason where there is no Wi-Fi profile of a name that all users have.
function Test-WifiProfilePresence([string] $Name) { if (@(Find-WifiProfile $Name).Count -eq 0) { "Wi-Fi profile $(Format-Name $Name) is missing" } }
