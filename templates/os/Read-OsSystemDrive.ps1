# The drive that Windows is on: C:.
function Read-OsSystemDrive { (Get-SpecialFolder 'Windows').Substring(0, 2).ToUpperInvariant() }
