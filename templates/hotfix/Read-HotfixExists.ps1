# Whether Windows lists an update of itself as installed.
function Read-HotfixExists([string] $Id) { $null -ne (Find-InstalledUpdate $Id) }
