# Whether a protocol is on or off for clients by the registry, or default.
## It does not say, or contradicts itself.
function Read-TlsClient([string] $Version) {
    $state = (Get-TlsSetting $Version 'Client').State
    if ($state -in 'on', 'off') { $state } else { 'default' }
}
