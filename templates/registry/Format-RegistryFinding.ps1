# What a registry value is: 'registry value HKLM\SOFTWARE\X\Y is dword 1', or that it is missing.
## View 0: none was asked for.
function Format-RegistryFinding([string] $Key, [string] $Name = '', [int] $View = 0, [pscustomobject] $Actual) {
    $what = if ($null -eq $Actual) { 'is missing' } else { "is $(Format-RegistryData -Type $Actual.Type -Data $Actual.Data)" }
    "registry value $(Format-RegistryName -Key $Key -Name $Name -View $View) $what"
}
