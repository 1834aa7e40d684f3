# Adds a capability of Windows, or (Absent) removes it.
function Repair-WindowsCapability([string] $Name, [switch] $Absent, [string] $Source, [timespan] $Timeout = [timespan]'00:30:00') {
    $done = if ($Absent) { 'removed' } else { 'added' }
    # only the restart is missing
    if ((Read-WindowsCapabilityState $Name) -eq $(if ($Absent) { 'Uninstall Pending' } else { 'Install Pending' })) { return NeedsRestart "the capability $Name was $done" }
    Add-Journal 'WindowsCapability' $Name "$([bool]$Absent)" "$(-not $Absent)"
    $code = Switch-Capability $Name (-not $Absent) $Source $Timeout
    if ($code -eq 3010) { NeedsRestart "the capability $Name was $done" }
    elseif ($code -ne 0) { throw "the capability $Name could not be ${done}: $(Get-FeatureFailure $code $Timeout)" }
}
