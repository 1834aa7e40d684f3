# Stands in for Get-NativeType, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedNativeType {
    param(
        [ValidateSet('advapi32', 'kernel32', 'netapi32', 'wlanapi')] [string] $Library,
        [string] $Name,
        [hashtable] $Signature
    )
    throw 'Get-NativeType was called on the simulated Windows: something reached below the platform functions'
}
