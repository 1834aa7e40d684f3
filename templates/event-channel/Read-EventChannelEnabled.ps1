# Whether events are written to an event channel; nothing where there is no such channel.
function Read-EventChannelEnabled([string] $Name) { Get-EventChannelSetting $Name 'enabled' }
