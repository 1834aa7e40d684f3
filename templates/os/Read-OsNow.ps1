# Gives what the clock says, in UTC.
function Read-OsNow { Get-Clock }
