# The data of a registry value, a list as one array, bytes as hexadecimal text.
## $null where it is absent.
function Read-RegistryValueData([string] $Key, [string] $Name, [int] $View = 64) {
    $entry = Read-RegistryEntry -Key $Key -Name $Name -View $View
    if ($null -eq $entry) { return }
    if ($entry.Data -is [byte[]]) { return [BitConverter]::ToString($entry.Data).Replace('-', ' ').ToLowerInvariant() }
    if ($entry.Data -is [array]) { return , $entry.Data }
    $entry.Data
}
