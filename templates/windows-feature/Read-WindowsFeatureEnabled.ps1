# Whether an optional feature of Windows is enabled; $null where this Windows has none of that name.
function Read-WindowsFeatureEnabled([string] $Name) {
    $state = Get-FeatureState $Name
    if ($null -eq $state) { return }
    if ($state -notin 1, 2, 3) { throw "Windows does not say whether the feature $Name is enabled" }
    $state -eq 1
}
