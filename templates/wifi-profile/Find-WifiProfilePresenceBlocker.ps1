# Why a Wi-Fi profile cannot be made.
function Find-WifiProfilePresenceBlocker { 'a script makes no Wi-Fi profile' }
