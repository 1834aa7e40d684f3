# Gives the reason where a service starts otherwise; 'automatic' is content with a delayed start.
## Gives the reason where a service starts otherwise. 'automatic' is content with a delayed start, which installers and administrators choose.
function Test-ServiceStartup([string] $Name, [string] $Startup) {
    $is = Read-ServiceStartup $Name
    if ($null -eq $is) { return "service $Name is not installed" }
    if ($is -ne $Startup -and "$is, $Startup" -ne 'automatic_delayed, automatic') { "service $Name has startup $is, not $Startup" }
}
