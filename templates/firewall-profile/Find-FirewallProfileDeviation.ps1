# What of a profile of the firewall is not as wished: Setting, Is and Wish.
function Find-FirewallProfileDeviation([string] $Name, [object] $Enabled, [string] $Inbound, [string] $Outbound, [object] $Notify) {
    $wishes = [ordered]@{ enabled = $Enabled; inbound = $Inbound; outbound = $Outbound; notify = $Notify }
    foreach ($setting in $wishes.Keys) {
        if ("$($wishes[$setting])" -eq '') { continue }
        $is = Get-FirewallProfileSetting $Name $setting
        if ($is -ne $wishes[$setting]) { [pscustomobject]@{ Setting = $setting; Is = $is; Wish = $wishes[$setting] } }
    }
}
