# The reason where a capability of Windows is not there and should be, or the reverse.
function Test-WindowsCapability([string] $Name, [switch] $Absent) {
    $state = Read-WindowsCapabilityState $Name
    if ($state -eq 'Uninstall Pending') { "the capability $Name is removed when Windows restarts" }
    elseif ($state -eq 'Install Pending') { "the capability $Name is added when Windows restarts" }
    elseif (($state -eq 'Installed') -eq $Absent) { "the capability $Name is $(if ($Absent) { 'there, it should be absent' } else { 'missing' })" }
}
