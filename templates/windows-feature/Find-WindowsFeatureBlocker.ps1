# Why an optional feature cannot be enabled, or nothing.
function Find-WindowsFeatureBlocker([string] $Name, [bool] $Enabled) {
    if ($Enabled -and -not (Read-WindowsFeatureExists $Name)) { 'this Windows has none of that name' }
}
