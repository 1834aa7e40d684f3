# 'there' where all users have a Wi-Fi profile, else ''. At: its name.
function Get-WifiProfileState([string[]] $At) { if (@(Find-WifiProfile $At[0]).Count -gt 0) { 'there' } else { '' } }
