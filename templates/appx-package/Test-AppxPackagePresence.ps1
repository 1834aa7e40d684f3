# The reason where an app is neither provisioned nor installed.
function Test-AppxPackagePresence([string] $Name, [string] $Scope = 'everyone') {
    if (@(Select-AppxEntry $Name $Scope).Count -eq 0) { "app $Name is missing" }
}
