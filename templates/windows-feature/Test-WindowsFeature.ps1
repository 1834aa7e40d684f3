# The reason where an optional feature of Windows is not enabled and should be, or the reverse. One that this Windows does not have is not enabled.
function Test-WindowsFeature([string] $Name, [bool] $Enabled) {
    if ([bool](Read-WindowsFeatureEnabled $Name) -ne $Enabled) { "the feature $Name is $(if ($Enabled) { 'not ' })enabled" }
}
