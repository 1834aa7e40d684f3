# Stands in for Invoke-VpnMethod on the simulated machine.
function Invoke-SimulatedVpnMethod([ValidateSet('Add', 'Set', 'Remove')] [string] $Method, [string] $Name, [hashtable] $Values) {
    Enter-Effect -Name 'Invoke-VpnMethod' -Text "$Method $Name" -Change
    if (-not $global:Windows.host.elevated) { throw 'Access is denied' }
    $table = $global:Windows.vpnConnections
    if ($Method -ne 'Add' -and -not $table.Contains($Name)) { throw 'The VPN connection was not found in the phone book' }
    Add-Story "the VPN connection ${Name}: $Method"
    if ($Method -eq 'Remove') { return $table.Remove($Name) }
    if ($Method -eq 'Add') {
        if ($table.Contains($Name)) { throw 'The VPN connection is there already' }
        $table[$Name] = [ordered]@{ serverAddress = ''; tunnelType = 'Automatic'; splitTunneling = $false; authenticationMethod = @('MsChapv2'); encryptionLevel = 'Required'; rememberCredential = $false; dnsSuffix = ''; profileType = 'Inbox'; connected = $false }
    }
    foreach ($key in $Values.Keys) { $table[$Name][$key.Substring(0, 1).ToLowerInvariant() + $key.Substring(1)] = $Values[$key] }
}
