# The file in which an event channel is kept; nothing where there is no such channel.
function Read-EventChannelFile([string] $Name) {
    $channel = Get-EventChannel $Name
    if ($null -ne $channel) { Expand-Path $channel.File }
}
