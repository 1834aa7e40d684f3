# Why a Wi-Fi profile cannot be deleted, or nothing.
## 1 is WLAN_PROFILE_GROUP_POLICY: "A group policy profile is read-only" (WLAN_PROFILE_INFO).
function Find-WifiProfileAbsenceBlocker([string] $Name) {
    #remedyc:only Context.User
    if (-not (Test-Elevation)) { return 'administrator''s rights are needed' }
    #remedyc:end
    foreach ($one in Find-WifiProfile $Name) { if ($one.Flags -band 1) { return 'a Group Policy has made it; take it out there' } }
}
