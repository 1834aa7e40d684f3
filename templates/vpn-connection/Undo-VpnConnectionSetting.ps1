# Sets a setting of a VPN connection back. At: its name, the setting.
function Undo-VpnConnectionSetting([string[]] $At, [string] $Was) {
    $value = switch ($At[1]) {
        'AuthenticationMethod' { , [string[]]@($Was -split ' ') }
        { $_ -in 'SplitTunneling', 'RememberCredential' } { $Was -eq 'True' }
        default { $Was }
    }
    Invoke-VpnMethod 'Set' $At[0] @{ $At[1] = $value }
}
