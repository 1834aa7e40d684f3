# Gives 'True' or 'False' as an optional feature is enabled or not, '' where this Windows has none of that name.
function Get-WindowsFeatureState([string[]] $At) { "$(Read-WindowsFeatureEnabled $At[0])" }
