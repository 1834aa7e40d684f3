# Whether an app is provisioned or installed.
function Read-AppxPackageExists([string] $Name, [string] $Scope = 'everyone') {
    @(Select-AppxEntry $Name $Scope).Count -gt 0
}
