# Gives the word for a service's startup, '' where it is not installed. At: service.
function Get-ServiceStartupState([string[]] $At) {
    $configuration = Get-ServiceConfiguration -Name $At[0]
    if ($null -eq $configuration) { '' } else { ConvertTo-ServiceStartup -Configuration $configuration }
}
