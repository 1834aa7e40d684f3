# Sets the DNS servers of a network interface back; gives the reason where that cannot be done.
function Undo-NetworkInterfaceDns([string[]] $At, [string] $Was) {
    if ($Was -notmatch '^(automatic|[0-9., ]+)\z') { return "it was '$(ConvertTo-Line $Was)'" }
    Write-InterfaceDns (Find-InterfaceByGuid $At[0]) @(if ($Was -ne 'automatic') { $Was -split ', ' })
}
