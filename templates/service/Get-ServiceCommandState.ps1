# Gives the command of a service, '' where it is not installed. At: service.
function Get-ServiceCommandState([string[]] $At) { [string](Get-ServiceCommand $At[0]) }
