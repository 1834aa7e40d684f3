# Creates a registry key that was there, or deletes one that was not, where it is empty.
## Gives the reason where that cannot be done.
function Undo-RegistryKey([string[]] $At, [string] $Was) {
    $key = Split-RegistryKey $At[0]
    $place = @{ Hive = $key.Hive; Path = $key.Path; View = $At[2].Substring(4) }
    if ($Was -ne '') { return Add-RegistryKey @place }
    if (@(Get-RegistryValueName @place).Count -gt 0 -or @(Get-RegistrySubkey @place).Count -gt 0) { return 'it holds what others have put there' }
    Clear-RegistryKey @place
}
