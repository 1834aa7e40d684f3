# What counts of a profile of the firewall: a policy's setting, else that of this computer.
## Of the switch that blocks everything from outside 'on' wins, whoever has set it ([MS-FASP] 2.2.38, FW_PROFILE_CONFIG_SHIELDED).
function Get-FirewallProfileSetting([string] $Name, [string] $Setting) {
    try { $own = (Get-FirewallProfile $Name).$Setting } catch { throw "Windows Firewall does not answer (does its service MpsSvc run?): $(Get-FailureText $_)" }
    $policy = Find-FirewallProfilePolicy $Name $Setting
    if ($null -ne $policy -and "$own" -ne 'block_all') { $policy.Value } else { $own }
}
