## Now as marks and logs write it: ISO 8601 in UTC.
function Get-ClockText { (Get-Clock).ToString('o') }
