# Before a registry key is deleted: notes for -Rollback its values and all below it, what lies deepest first. One with more than 1,000 keys and values is not kept.
function Save-RegistryTree([string] $Hive, [string] $Path, [int] $View = 64) {
    $keys = [Collections.Generic.List[string]]::new()
    if (Test-RegistryPath -Hive $Hive -Path $Path -View $View) { $keys.Add($Path) }
    $values = @{}
    $count = 0
    for ($index = 0; $index -lt $keys.Count; $index++) {
        $key = $keys[$index]
        $values[$key] = @(Get-RegistryValueName -Hive $Hive -Path $key -View $View)
        $count += $values[$key].Count
        foreach ($name in Get-RegistrySubkey -Hive $Hive -Path $key -View $View) { $keys.Add("$key\$name") }
        if ($keys.Count + $count -gt 1000) { return Add-Journal 'Lost' "registry key $Hive\$Path", 'too large to be kept' }
    }
    for ($index = $keys.Count - 1; $index -ge 0; $index--) {
        foreach ($name in $values[$keys[$index]]) { Save-RegistryValue -Hive $Hive -Path $keys[$index] -Name $name -View $View }
        Add-Journal 'RegistryKey' "$Hive\$($keys[$index])", '', "view$View" 'there'
    }
}
