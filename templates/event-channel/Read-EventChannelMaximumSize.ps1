# How large the log of an event channel may become, in bytes.
function Read-EventChannelMaximumSize([string] $Name) { Get-EventChannelSetting $Name 'size' }
