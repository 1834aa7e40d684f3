# What happens when the log of an event channel is full; nothing where there is no such channel.
function Read-EventChannelMode([string] $Name) { Get-EventChannelSetting $Name 'mode' }
