# Deletes a Wi-Fi profile that the fix made, from each adapter.
function Undo-WifiProfile([string[]] $At, [string] $Was) {
    if ($Was) { return 'it is not known what it was' }
    foreach ($one in @(Find-WifiProfile $At[0])) { Clear-WlanProfile $one.Interface $one.Name }
}
