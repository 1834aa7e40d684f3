# The SID type of a service. At: service.
function Get-ServiceSidTypeState([string[]] $At) { [string](Read-ServiceSidType $At[0]) }
