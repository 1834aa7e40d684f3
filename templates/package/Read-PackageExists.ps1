# Tells whether such a package is installed.
function Read-PackageExists([scriptblock] $Where) { $null -ne (Find-PackageEntry $Where) }
