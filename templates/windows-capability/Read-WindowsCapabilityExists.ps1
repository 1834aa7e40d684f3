# Whether a capability of Windows is there. What waits for a restart is as it was until then.
function Read-WindowsCapabilityExists([string] $Name) { (Read-WindowsCapabilityState $Name) -in 'Installed', 'Uninstall Pending' }
