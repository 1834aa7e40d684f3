# Sets what of a profile of the firewall is not as wished.
function Repair-FirewallProfile([string] $Name, [object] $Enabled, [string] $Inbound, [string] $Outbound, [object] $Notify) {
    foreach ($one in @(Find-FirewallProfileDeviation $Name $Enabled $Inbound $Outbound $Notify)) {
        Add-Journal 'FirewallProfile' $Name, $one.Setting (ConvertTo-Text (Get-FirewallProfile $Name).$($one.Setting)) (ConvertTo-Text $one.Wish)
        Write-FirewallProfile $Name $one.Setting $one.Wish
    }
}
