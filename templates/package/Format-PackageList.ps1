# Names uninstall entries in a message: at most five, with their versions.
## Names uninstall entries in a message: at most five, by name, with their versions; without a name by their key.
function Format-PackageList([object[]] $Entry) {
    $names = [string[]]@(foreach ($one in $Entry) { (ConvertTo-Line "$(if ($one.DisplayName) { $one.DisplayName } else { $one.Key }) $(Read-EntryVersion $one)" -Limit 120).Trim() })
    [Array]::Sort($names, [StringComparer]::OrdinalIgnoreCase)
    if ($names.Count -gt 5) { $names = $names[0..3] + "$($names.Count - 4) more" }
    $names -join ', '
}
