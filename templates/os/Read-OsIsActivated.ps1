# Whether Windows itself is activated.
function Read-OsIsActivated { 1 -in @(Find-WindowsLicense) }
