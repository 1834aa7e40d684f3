# Names packages in a message: at most five, with their versions.
function Format-PackageList([object[]] $Package) {
    $names = @(foreach ($one in $Package) { ConvertTo-Line ("$($one.Name) $($one.Version)".Trim()) -Limit 120 })
    if ($names.Count -gt 5) { $names = $names[0..3] + "$($names.Count - 4) more" }
    $names -join ', '
}
