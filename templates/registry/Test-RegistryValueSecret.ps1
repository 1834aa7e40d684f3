# The reason where a registry value that holds a secret is missing or of another type; what it holds is neither compared nor told.
function Test-RegistryValueSecret([string] $Key, [string] $Name, [int] $View = 64, [string] $Type = 'string') {
    $actual = Read-RegistryEntry $Key $Name $View
    $why = if ($null -eq $actual) { 'is missing' } elseif ($actual.Type -ne $Type) { "is of type $($actual.Type), it should be $Type" }
    if ($why) { "registry value $(Format-RegistryName $Key $Name $(if ($PSBoundParameters.ContainsKey('View')) { $View } else { 0 })) $why" }
}
