# Gives how long Windows has been running.
function Read-OsUptime { Get-SystemUptime }
