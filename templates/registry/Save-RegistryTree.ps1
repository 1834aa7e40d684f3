# Notes for -Rollback a key that will be deleted, the deepest first.
## Notes for -Rollback a registry key that will be deleted, with all below it, the deepest first.
## Not one of more than 1,000 keys and values.
function Save-RegistryTree([string] $Hive, [string] $Path, [int] $View = 64) {
    $keys = [Collections.Generic.List[string]]::new()
    if (Test-RegistryPath $Hive $Path $View) { $keys.Add($Path) }
    $values = @{}
    $count = 0
    for ($index = 0; $index -lt $keys.Count; $index++) {
        $key = $keys[$index]
        $values[$key] = @(Get-RegistryValueName $Hive $key $View)
        $count += $values[$key].Count
        foreach ($name in Get-RegistrySubkey $Hive $key $View) { $keys.Add("$key\$name") }
        if ($keys.Count + $count -gt 1000) { return Add-Journal 'Lost' "registry key $Hive\$Path", 'too large to be kept' }
    }
    for ($index = $keys.Count - 1; $index -ge 0; $index--) {
        foreach ($name in $values[$keys[$index]]) { Save-RegistryValue $Hive $keys[$index] $name $View }
        Add-Journal 'RegistryKey' "$Hive\$($keys[$index])", '', "view$View" 'there'
    }
}
