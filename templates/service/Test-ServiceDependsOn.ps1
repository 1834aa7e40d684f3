# Gives the reason where a service does not wait for others that it should.
function Test-ServiceDependsOn([string] $Name, [string[]] $DependsOn) {
    $is = Get-ServiceConfiguration $Name
    if ($null -eq $is) { return "service $Name is not installed" }
    $missing = @(foreach ($one in $DependsOn) { if ($is.Dependencies -notcontains $one) { $one } })
    if ($missing) { "service $Name does not depend on $(ConvertTo-Line ($missing -join ', '))" }
}
