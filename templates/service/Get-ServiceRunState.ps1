# Gives whether a service is running or stopped, '' where it is not installed. At: service.
## Gives whether a service is running or stopped once it is neither starting nor stopping any more, '' where it is not installed. At: service.
function Get-ServiceRunState([string[]] $At) { Get-SettledState $At[0] }
