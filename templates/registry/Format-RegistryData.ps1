# Gives type and data of a registry value for messages: dword 1, string "text", multi_string ["a", "b"], binary 01 ff.
function Format-RegistryData([string] $Type, [object] $Data) {
    $text = switch ($Type) {
        { $_ -in 'string', 'expand_string' } { '"' + $Data + '"' }
        'multi_string' { '[' + (@($Data | ForEach-Object { '"' + $_ + '"' }) -join ', ') + ']' }
        'binary' { [BitConverter]::ToString([byte[]]@($Data), 0, [Math]::Min(16, @($Data).Count)).Replace('-', ' ').ToLowerInvariant() }
        'dword' { [string]([long]$Data -band 0xFFFFFFFFL) }
        'unknown' { '' }
        default { [string]$Data }
    }
    $line = ConvertTo-Line $text -Limit 120
    if ($Type -eq 'binary' -and @($Data).Count -gt 16) { $line += " ... ($(@($Data).Count) bytes)" }
    "$Type $line".TrimEnd()
}
