# What a service waits for, with a slash between two. At: service.
function Get-ServiceDependenciesState([string[]] $At) { (Get-ServiceConfiguration $At[0]).Dependencies -join '/' }
