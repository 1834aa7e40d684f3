# How large the log of an event channel may become, in bytes; nothing where there is no such channel.
function Read-EventChannelMaximumSize([string] $Name) { Get-EventChannelSetting $Name 'size' }
