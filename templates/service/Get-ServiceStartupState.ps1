# Gives the word for a service's startup, '' where it is not installed. At: service.
function Get-ServiceStartupState([string[]] $At) { [string](Read-ServiceStartup $At[0]) }
