# How devices sign in to the network of a Wi-Fi profile; $null where it does not say, or is not there.
function Read-WifiProfileAuthentication([string] $Name) { Read-WifiProfileElement $Name 'authentication' }
