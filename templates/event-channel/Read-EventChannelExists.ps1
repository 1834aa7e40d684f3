# Whether this Windows has an event channel.
function Read-EventChannelExists([string] $Name) { $null -ne (Get-EventChannel $Name) }
