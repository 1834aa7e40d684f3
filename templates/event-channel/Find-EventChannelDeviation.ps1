# What of an event channel is not as wished: Setting, Is and Wish, in the order in which Windows lets it be changed.
## An analytic or debug channel is changed while it is off: it is switched off before the rest, and on after it.
function Find-EventChannelDeviation([string] $Name, [object] $Enabled, [object] $MaximumSize, [string] $Mode) {
    $wishes = @{ enabled = $Enabled; size = $(if ($null -ne $MaximumSize) { Get-EventLogSize $MaximumSize }); mode = $Mode }
    foreach ($setting in $(if ($Enabled -eq $false) { 'enabled', 'size', 'mode' } else { 'size', 'mode', 'enabled' })) {
        if ("$($wishes[$setting])" -eq '') { continue }
        $is = Get-EventChannelSetting $Name $setting
        if ($is -ne $wishes[$setting]) { [pscustomobject]@{ Setting = $setting; Is = $is; Wish = $wishes[$setting] } }
    }
}
