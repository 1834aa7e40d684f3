# A registry value as people read it: 'missing', 'dword 1', 'multi_string "a, b"'.
function Format-RegistryState([object] $Value) {
    if ($null -eq $Value) { return 'missing' }
    if ($Value.Type -eq 'DWord') { return "dword $([long]$Value.Data -band 0xFFFFFFFFL)" }
    "$(($Value.Type -creplace '(?<=[a-z])[A-Z]', '_$0').ToLowerInvariant()) ""$(ConvertTo-Line ($Value.Data -join ', ') 120)"""
}
