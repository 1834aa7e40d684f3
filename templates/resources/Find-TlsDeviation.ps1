# Gives the registry values that differ from the wishes for one protocol, as Get-TlsDeviation does; '' is no wish.
function Find-TlsDeviation {
    param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
    if ($Client -ne '') { Get-TlsDeviation -Version $Version -Role 'Client' -Wish $Client }
    if ($Server -ne '') { Get-TlsDeviation -Version $Version -Role 'Server' -Wish $Server }
}
