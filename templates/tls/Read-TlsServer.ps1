# Whether a protocol is on or off for servers by the registry, or default.
## It does not say, or contradicts itself.
function Read-TlsServer([string] $Version) {
    $state = (Get-TlsSetting $Version 'Server').State
    if ($state -in 'on', 'off') { $state } else { 'default' }
}
