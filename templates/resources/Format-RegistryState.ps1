# A registry value as people read it: 'HKLM\SOFTWARE\X\Y is dword 1', 'HKLM\SOFTWARE\X\(default) (32-bit view) is missing'.
function Format-RegistryState {
    param([Parameter(Mandatory)] [string] $Key, [string] $Name, [int] $View, [object] $Value)
    $shown = "$Key\$(if ($Name -eq '') { '(default)' } else { $Name })$(if ($View -eq 32) { ' (32-bit view)' })"
    if ($null -eq $Value) { return "$shown is missing" }
    if ($Value.Type -eq 'DWord') { return "$shown is dword $([long]$Value.Data -band 0xFFFFFFFFL)" }
    # MultiString is multi_string
    $data = $Value.Data -join ', '
    if ($data.Length -gt 120) { $data = $data.Substring(0, 117) + '...' }
    "$shown is $(($Value.Type -creplace '(?<=[a-z])[A-Z]', '_$0').ToLowerInvariant()) ""$data"""
}
