# Makes a rule of Windows Firewall. Values: properties of INetFwRule, in the order in which they are set.
## "INetFwRule::put_Protocol": the protocol before the ports. "INetFwRules::Add".
function Add-FirewallRule([string] $Name, [Collections.IDictionary] $Values) {
    #remedyc:every-host
    $rule = New-Object -ComObject HNetCfg.FwRule
    $rule.Name = $Name
    foreach ($property in $Values.Keys) { $rule.$property = $Values[$property] }
    (New-Object -ComObject HNetCfg.FwPolicy2).Rules.Add($rule)
}
