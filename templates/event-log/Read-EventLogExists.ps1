# Whether this Windows has a log.
function Read-EventLogExists([string] $Log) { $null -ne (Get-EventChannel $Log) }
