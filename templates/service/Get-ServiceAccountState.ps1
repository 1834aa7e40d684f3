# Gives the SID of a service's logon account, '' where there is none. At: service.
function Get-ServiceAccountState([string[]] $At) { [string](Read-ServiceAccount $At[0]) }
