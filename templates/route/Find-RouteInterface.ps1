# The name of the network interface on whose network an address lies, nothing where there is none.
## The longest prefix of those that are on link (RFC 1812, 5.2.4.3), then the cheapest.
function Find-RouteInterface([ipaddress] $Address) {
    $bits = Get-AddressBit $Address
    Find-RouteEntry | Where-Object {
        $network, $length = $_.Prefix -split '/'
        -not $_.Kept -and $_.NextHop -in '0.0.0.0', '::' -and [int]$length -gt 0 -and $network.Contains(':') -eq "$Address".Contains(':') -and
        (Get-AddressBit $network).Substring(0, $length) -eq $bits.Substring(0, $length)
    } | Sort-Object { - [int]($_.Prefix -split '/')[1] }, { $_.Cost } | Select-Object -First 1 | ForEach-Object { $_.Interface }
}
