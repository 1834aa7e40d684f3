# What happens when the log of an event channel is full.
function Read-EventChannelMode([string] $Name) { Get-EventChannelSetting $Name 'mode' }
