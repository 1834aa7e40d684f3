# The reason where a rule of Windows Firewall is not as wished.
function Test-FirewallRule([string] $Name, [object] $Direction, [object] $Action, [object] $Protocol, [object] $LocalPorts, [object] $RemotePorts, [object] $RemoteAddresses, [object] $Program, [object] $Service, [object] $Profiles, [object] $Enabled) {
    $rules = @(Get-FirewallRuleText $Name)
    $label = "firewall rule $(ConvertTo-Line $Name)"
    if ($rules.Count -eq 0) { return "$label is missing" }
    $wishes = Get-FirewallRuleWish $PSBoundParameters
    $why = @(foreach ($setting in $wishes.Keys) {
            $is = @($rules | ForEach-Object { $_[$setting] } | Where-Object { $_ -ne $wishes[$setting] } | Select-Object -Unique)
            if ($is.Count -gt 0) { "$setting $(ConvertTo-Line ($is -join ' and ')), not $(ConvertTo-Line $wishes[$setting])" }
        })
    if ($why.Count -gt 0) { return "$label has $($why -join ' and ')" }
    if ($Enabled -ne $false -and $null -ne (Find-FirewallRuleOverride $Profiles)) { "$label does not count" }
}
