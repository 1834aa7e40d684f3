# Whether this Windows has an optional feature of that name.
function Read-WindowsFeatureExists([string] $Name) { $null -ne (Get-FeatureState $Name) }
