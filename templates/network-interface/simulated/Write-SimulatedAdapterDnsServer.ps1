# Stands in for Write-AdapterDnsServer on the simulated machine.
function Write-SimulatedAdapterDnsServer([int] $Index, [string[]] $Servers) {
    Enter-Effect -Name 'Write-AdapterDnsServer' -Text "$Index $Servers" -Change
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $row = @($global:Windows.interfaces.PSBase.Values | Where-Object { $_.index -eq $Index })[0]
    if (-not $global:Windows.host.elevated) { return 91 }
    if (-not $row.connected) { return 84 }
    if ([int]$row.dnsCode -notin 0, 1) { return [int]$row.dnsCode }
    $row.servers = @($Servers | Where-Object { $_ })
    $key = Add-KeyRow -Key "HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\$($row.guid)"
    $key['values']['NameServer'] = [ordered]@{ type = 'String'; data = $row.servers -join ',' }
    Add-Story "the network interface $Index gets the DNS servers $Servers"
    [int]$row.dnsCode
}
