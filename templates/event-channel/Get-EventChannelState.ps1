# How this computer itself sets something of an event channel. At: channel, setting.
function Get-EventChannelState([string[]] $At) {
    $channel = Get-EventChannel $At[0]
    if ($null -eq $channel) { 'absent' } else { "$($channel.$($At[1]))".ToLowerInvariant() }
}
