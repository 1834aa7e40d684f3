# Whether an optional feature of Windows is enabled. One that this Windows does not have is not.
function Read-WindowsFeatureEnabled([string] $Name) {
    $state = Get-FeatureState $Name
    if ($state -notin $null, 1, 2, 3) { throw "Windows does not say whether the feature $Name is enabled" }
    $state -eq 1
}
