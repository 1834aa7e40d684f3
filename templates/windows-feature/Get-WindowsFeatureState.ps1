# Gives 'True' or 'False' as an optional feature is enabled or not.
function Get-WindowsFeatureState([string[]] $At) { "$(Read-WindowsFeatureEnabled $At[0])" }
