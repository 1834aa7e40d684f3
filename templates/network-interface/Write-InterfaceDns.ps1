# Sets the DNS servers of a network interface, or (none) has those of DHCP count; throws what Windows says against it.
## The numbers: "SetDNSServerSearchOrder method".
function Write-InterfaceDns([pscustomobject] $Interface, [string[]] $Servers) {
    $code = Write-AdapterDnsServer $Interface.Index $Servers
    if ($code -eq 1) { NeedsRestart "the DNS servers of network interface $(ConvertTo-Line $Interface.Name) were set" }
    elseif ($code -ne 0) {
        $words = @{ 70 = 'an address is not valid'; 84 = 'it has no IPv4'; 91 = 'access is denied'; 97 = 'it cannot be set up' }[$code]
        throw "the DNS servers could not be set: Windows returned $code$(if ($words) { " ($words)" })"
    }
}
