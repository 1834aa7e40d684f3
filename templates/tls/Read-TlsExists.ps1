# Whether the registry sets anything for a protocol.
function Read-TlsExists([string] $Version) {
    @('Client', 'Server' | Where-Object { (Get-TlsSetting $Version $_).State -ne 'unset' }).Count -gt 0
}
