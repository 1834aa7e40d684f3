# Whether there is such a drive.
function Read-DiskExists([string] $Drive) { $null -ne (Get-DiskSpace $Drive) }
