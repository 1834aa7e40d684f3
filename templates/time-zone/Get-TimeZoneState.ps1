# Gives the id of the time zone. At: 'id'.
function Get-TimeZoneState([string[]] $At) { if ($At[0] -eq 'id') { Read-TimeZoneId } else { throw "a time zone has no $($At[0])" } }
