# Whether events are written to an event channel.
function Read-EventChannelEnabled([string] $Name) { Get-EventChannelSetting $Name 'enabled' }
