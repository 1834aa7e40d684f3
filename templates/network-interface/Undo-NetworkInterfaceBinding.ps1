# Switches IPv6 of a network interface on or off again; gives the reason where that cannot be done.
function Undo-NetworkInterfaceBinding([string[]] $At, [string] $Was) {
    if ($Was -notin 'true', 'false') { return "it was '$(ConvertTo-Line $Was)'" }
    Switch-AdapterBinding (Find-InterfaceByGuid $At[0]).Name 'ms_tcpip6' ($Was -eq 'true')
}
