# A network as Windows writes it; throws where it is none, or where it is all networks: a remedy changes no default route.
function ConvertTo-RoutePrefix([string] $Text) {
    $address, $length = $Text -split '/', 2
    $ip = ConvertTo-RouteAddress $address
    if ("$length" -notmatch '^\d{1,3}\z') { throw "$(Format-Name $Text) is no network such as 10.20.0.0/16" }
    $bits = Get-AddressBit $ip
    if ([int]$length -eq 0) { throw "$(Format-Name $Text) is the default route, which a remedy does not change" }
    if ([int]$length -gt $bits.Length) { throw "$(Format-Name $Text) is no network: its prefix is longer than $($bits.Length)" }
    if ($bits.Substring([int]$length).Contains('1')) { throw "$(Format-Name $Text) is no network: it has bits behind the first $length" }
    "$ip/$([int]$length)"
}
