# Gives whether a service is running, stopped or something else, '' where it is not installed. At: service.
function Get-ServiceRunState([string[]] $At) {
    $status = Get-ServiceState -Name $At[0]
    if ($null -eq $status) { '' } else { $status.State }
}
