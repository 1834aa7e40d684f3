# Reads one property of a registry value: exists, type, data (a list as one array, bytes as hexadecimal text). $null when the value is absent.
function Read-RegistryValue {
    param(
        [Parameter(Mandatory)] [string] $Key,
        [AllowEmptyString()] [string] $Name = '',
        [int] $View = 64,
        [Parameter(Mandatory)] [ValidateSet('exists', 'type', 'data')] [string] $Property
    )
    $entry = Read-RegistryEntry -Key $Key -Name $Name -View $View
    if ($Property -eq 'exists') { return $null -ne $entry }
    if ($null -eq $entry) { return }
    if ($Property -eq 'type') { return $entry.Type }
    if ($entry.Data -is [byte[]]) { return [BitConverter]::ToString($entry.Data).Replace('-', ' ').ToLowerInvariant() }
    if ($entry.Data -is [array]) { return , $entry.Data }
    $entry.Data
}
