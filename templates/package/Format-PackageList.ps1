# Names uninstall entries in a message: at most five, by name, with their versions.
function Format-PackageList([object[]] $Entry) {
    $names = [string[]]@(foreach ($one in $Entry) { ConvertTo-Line "$($one.DisplayName) $(ConvertTo-PackageVersion $one.DisplayVersion)" -Limit 120 })
    [Array]::Sort($names, [StringComparer]::OrdinalIgnoreCase)
    if ($names.Count -gt 5) { $names = $names[0..3] + "$($names.Count - 4) more" }
    $names -join ', '
}
