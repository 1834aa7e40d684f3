# The reason where an optional feature of Windows is not enabled and should be, or the reverse.
function Test-WindowsFeature([string] $Name, [bool] $Enabled) {
    if ((Read-WindowsFeatureEnabled $Name) -ne $Enabled) { "the feature $Name is $(if ($Enabled) { 'not ' })enabled" }
}
