# What becomes of potentially unwanted applications.
function Read-DefenderPuaProtection { Read-DefenderSetting 'PuaProtection' }
