# The Wi-Fi profiles that all users have, once for each adapter: all, or those of a name (as of Find-WlanProfile).
## Names are told apart by upper and lower case. 2 is WLAN_PROFILE_USER: it is one person's.
function Find-WifiProfile([string] $Name) {
    foreach ($adapter in Find-WifiAdapter) {
        foreach ($one in Find-WlanProfile $adapter) { if (-not ($one.Flags -band 2) -and (-not $Name -or (Test-Text $one.Name $Name))) { $one } }
    }
}
