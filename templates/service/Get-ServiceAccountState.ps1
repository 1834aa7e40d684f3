# Gives the SID of a service's logon account, '' where there is none. At: service.
function Get-ServiceAccountState([string[]] $At) {
    $configuration = Get-ServiceConfiguration -Name $At[0]
    if ($null -eq $configuration) { '' } else { [string](ConvertTo-ServiceAccount -Configuration $configuration) }
}
