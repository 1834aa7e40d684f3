# Whether there is such a registry value.
function Read-RegistryValueExists([string] $Key, [string] $Name, [int] $View = 64) { $null -ne (Read-RegistryEntry -Key $Key -Name $Name -View $View) }
