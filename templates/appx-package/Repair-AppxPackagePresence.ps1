# An app is never installed.
function Repair-AppxPackagePresence([string] $Name) { throw "app $Name is missing, and a script cannot install an app of the Store" }
