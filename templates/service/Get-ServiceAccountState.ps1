# Gives the SID of a service's logon account, '' where there is none. At: service.
## Gives the SID of a service's logon account, '' where there is none or nobody has its name. At: service.
function Get-ServiceAccountState([string[]] $At) {
    $configuration = Get-ServiceConfiguration $At[0]
    if ($null -eq $configuration) { '' } else { [string](ConvertTo-ServiceAccount $configuration) }
}
