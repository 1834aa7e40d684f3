# The policy by which no rule of this computer counts in one of these profiles, or in all three where none is named; nothing where there is none.
## Microsoft, [MS-GPFAS] 2.2.3.13 "Allow Local Firewall Rule Policy Merge": AllowLocalPolicyMerge, 0 or 1. Intune keeps its own in the same form below Mdm ("Firewall CSP"). Group Policy's wins.
function Find-FirewallRuleOverride([string[]] $Profiles) {
    $shut = [ordered]@{}
    foreach ($name in 'Domain', 'Private', 'Public') {
        foreach ($store in 'SOFTWARE\Policies\Microsoft\WindowsFirewall', 'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm') {
            $data = Read-SystemValue "$store\${name}Profile" 'AllowLocalPolicyMerge'
            if ($data -eq 0) { $shut[$name] = "HKLM\$store\${name}Profile" }
            if ($null -ne $data) { break }
        }
    }
    if (-not $Profiles -and $shut.Count -lt 3) { return }
    foreach ($name in $shut.Keys) {
        if (-not $Profiles -or $Profiles -contains $name) { return "no rule of this computer counts on $($name.ToLowerInvariant()) networks, says a policy ($($shut[$name]), AllowLocalPolicyMerge)" }
    }
}
