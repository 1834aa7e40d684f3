# The reason where an event channel is not as wished.
function Test-EventChannel([string] $Name, [object] $Enabled, [object] $MaximumSize, [string] $Mode) {
    if (-not (Read-EventChannelExists $Name)) { return "there is no event channel $Name" }
    $why = foreach ($one in @(Find-EventChannelDeviation $Name $Enabled $MaximumSize $Mode)) {
        "$($one.Setting) $(Format-EventChannelValue $one.Is), not $(Format-EventChannelValue $one.Wish)"
    }
    if ($why) { "event channel $Name has $($why -join ' and ')" }
}
