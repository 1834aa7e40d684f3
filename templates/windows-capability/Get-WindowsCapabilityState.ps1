# Gives 'True' or 'False' as a capability of Windows is there, or is after a restart.
function Get-WindowsCapabilityState([string[]] $At) { "$((Read-WindowsCapabilityState $At[0]) -in 'Installed', 'Install Pending')" }
