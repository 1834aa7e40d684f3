# A Wi-Fi profile is never made.
function Repair-WifiProfilePresence([string] $Name) { throw "$(Test-WifiProfilePresence $Name), and a script makes none" }
