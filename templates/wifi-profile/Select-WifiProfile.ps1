# Gives the names of the Wi-Fi profiles that all users have.
function Select-WifiProfile {
    $names = [Collections.Generic.List[string]]::new()
    foreach ($one in Find-WifiProfile) { if (-not $names.Contains($one.Name)) { $names.Add($one.Name) } }
    $names
}
