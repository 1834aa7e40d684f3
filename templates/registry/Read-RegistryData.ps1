# The data of a registry value: a number unsigned, a list as one array, bytes as hexadecimal text.
## $null where it is absent. A DWORD is an unsigned number of 32 bits: 0xffffffff is 4294967295, not -1 as .NET gives it.
function Read-RegistryData([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    try { $value = Get-RegistryValue $Hive $Path $Name $View }
    catch { throw "registry value $Hive\$Path\$(if ($Name) { $Name } else { '(default)' }): $($_.Exception.GetBaseException().Message)" }
    if ($null -eq $value) { return }
    if ($value.Type -eq 'DWord') { return [long]$value.Data -band 0xFFFFFFFFL }
    if ($value.Data -is [byte[]]) { return [BitConverter]::ToString($value.Data).Replace('-', ' ').ToLowerInvariant() }
    , $value.Data
}
