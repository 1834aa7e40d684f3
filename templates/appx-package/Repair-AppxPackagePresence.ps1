# An app is never installed.
function Repair-AppxPackagePresence([string] $Name, [string] $Scope = 'everyone') {
    throw "$(Test-AppxPackagePresence $Name $Scope), and a script cannot install an app of the Store"
}
