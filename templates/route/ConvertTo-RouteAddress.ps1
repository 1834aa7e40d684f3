# An IP address, of a text that can be read in one way alone; throws where it is none.
## .NET takes '010' for 8 and '10.1' for 10.0.0.1, so IPv4 is four decimal numbers here; and no interface ('%12') stands behind one of IPv6.
function ConvertTo-RouteAddress([string] $Text) {
    $address = if ($Text -match '^((0|[1-9]\d{0,2})(\.(?!\z)|\z)){4}|^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*\z') { $Text -as [ipaddress] }
    if ($null -eq $address) { throw "$(Format-Name $Text) is no IP address" }
    $address
}
