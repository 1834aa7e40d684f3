# Sets what of an event channel is not as wished.
function Repair-EventChannel([string] $Name, [object] $Enabled, [object] $MaximumSize, [string] $Mode) {
    foreach ($one in @(Find-EventChannelDeviation $Name $Enabled $MaximumSize $Mode)) {
        Add-Journal 'EventChannel' $Name, $one.Setting "$($one.Is)".ToLowerInvariant() "$($one.Wish)".ToLowerInvariant()
        Write-EventChannel $Name $one.Setting $one.Wish
    }
}
