# Why a capability of Windows cannot be added, or nothing.
function Find-WindowsCapabilityBlocker([string] $Name, [switch] $Absent) {
    if (-not $Absent -and -not (Get-CapabilityState $Name)) { 'this Windows has none of that name' }
}
