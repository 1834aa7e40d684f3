# The reason where a rule of Windows Firewall is not on or off as wished, or is on and does not count.
function Test-FirewallRuleEnabled([string] $Name, [bool] $Enabled) {
    $rules = @(Find-FirewallRule $Name)
    $label = "firewall rule $(ConvertTo-Line $Name)"
    if ($rules.Count -eq 0) { return "$label is missing" }
    if (@($rules | Where-Object { $_.Enabled -ne $Enabled }).Count -gt 0) { return "$label has enabled $(if ($Enabled) { 'false, not true' } else { 'true, not false' })" }
    if ($Enabled -and $null -ne (Find-FirewallRuleOverride)) { "$label does not count" }
}
