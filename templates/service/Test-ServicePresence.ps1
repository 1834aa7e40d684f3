# Gives the reason where a service does not exist.
function Test-ServicePresence([string] $Name) {
    if ($null -eq (Get-ServiceConfiguration $Name)) { "service $Name is not installed" }
}
