# Gives the version of an uninstall entry (DisplayVersion) with four parts; $null when it has none.
function Read-EntryVersion([pscustomobject] $Entry) { ConvertTo-PackageVersion (Read-EntryValue $Entry 'DisplayVersion') }
