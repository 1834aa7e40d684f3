# The state of a capability of Windows; one that this Windows does not have is not present.
## DismPackageFeatureState (learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismpackagefeaturestate-enumeration). What is none of these is broken, or says nothing about whether it can be used.
function Read-WindowsCapabilityState([string] $Name) {
    $state = Get-CapabilityState $Name
    if (-not $state) { $state = 'Not Present' }
    if ($state -notin 'Installed', 'Not Present', 'Staged', 'Removed', 'Install Pending', 'Uninstall Pending') { throw "the capability $Name is $(ConvertTo-Line $state), neither there nor missing" }
    $state
}
