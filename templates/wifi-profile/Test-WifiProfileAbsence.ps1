# The reason where all users have a Wi-Fi profile.
function Test-WifiProfileAbsence([string] $Name) { if (@(Find-WifiProfile $Name).Count -gt 0) { "Wi-Fi profile $(Format-Name $Name) is there, it should be absent" } }
