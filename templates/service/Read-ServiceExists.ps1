# Tells whether there is such a service.
function Read-ServiceExists([string] $Name) { $null -ne (Get-ServiceState $Name) }
