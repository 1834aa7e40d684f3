# Gives 'true' or 'false' as a network interface uses IPv6, 'absent' where there is no such interface.
function Get-NetworkInterfaceBindingState([string[]] $At) {
    $interface = Find-InterfaceByGuid $At[0]
    if ($null -eq $interface) { 'absent' } else { "$($interface.Ipv6)".ToLowerInvariant() }
}
