# Sets a property of a rule on the simulated machine, as INetFwRule takes it: ports come after their protocol, and an IPv4 address is kept with its mask.
function Write-FirewallRuleRow([Collections.IDictionary] $Row, [string] $Property, [object] $Value) {
    if ($Property -like '*Ports' -and $Row.protocol -notin 6, 17) { throw [System.ArgumentException]::new('The parameter is incorrect. (0x80070057 (E_INVALIDARG))') }
    if ($Property -eq 'Protocol') { foreach ($ports in 'localPorts', 'remotePorts') { $Row[$ports] = if ($Value -in 6, 17) { '*' } else { '' } } }
    if ($Property -eq 'RemoteAddresses') {
        $Value = @(foreach ($one in $Value.Split(',')) {
                if ($one -notmatch '^([0-9.]+)(/([0-9]+))?\z') { $one; continue }
                $length = if ($Matches.Contains(3)) { [int]$Matches[3] } else { 32 }
                $mask = @(foreach ($i in 1..4) { 256 - (1 -shl [Math]::Max(0, [Math]::Min(8, 8 * $i - $length))) }) -join '.'
                "$($Matches[1])/$mask"
            }) -join ','
    }
    $Row[$Property.Substring(0, 1).ToLowerInvariant() + $Property.Substring(1)] = $Value
}
