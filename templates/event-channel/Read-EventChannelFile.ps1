# The file in which an event channel is kept.
function Read-EventChannelFile([string] $Name) {
    $channel = Get-EventChannel $Name
    if ($null -eq $channel) { throw "there is no event channel $Name" }
    Expand-Path $channel.File
}
