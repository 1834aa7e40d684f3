# Whether a policy has made a Wi-Fi profile; $null where there is none of the name.
## 1 is WLAN_PROFILE_GROUP_POLICY.
function Read-WifiProfileGroupPolicy([string] $Name) {
    $found = @(Find-WifiProfile $Name)
    if ($found.Count -gt 0) { @($found | Where-Object { $_.Flags -band 1 }).Count -gt 0 }
}
