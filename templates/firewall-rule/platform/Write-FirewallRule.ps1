# Sets one property of every rule of a name.
## "INetFwRule interface": each change of a property is committed and verified at once.
function Write-FirewallRule([string] $Name, [string] $Property, [object] $Value) {
    #remedyc:every-host
    foreach ($rule in (New-Object -ComObject HNetCfg.FwPolicy2).Rules) {
        if ([string]::Equals($rule.Name, $Name, [StringComparison]::OrdinalIgnoreCase)) { $rule.$Property = $Value }
    }
}
