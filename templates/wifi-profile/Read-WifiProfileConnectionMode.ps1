# 'auto' where Windows connects by itself with a Wi-Fi profile, else 'manual'; $null where it does not say, or is not there.
function Read-WifiProfileConnectionMode([string] $Name) { Read-WifiProfileElement $Name 'connectionMode' }
