# What counts of an event channel: a policy's setting, else that of this computer.
function Get-EventChannelSetting([string] $Name, [string] $Setting) {
    $channel = Get-EventChannel $Name
    if ($null -eq $channel) { throw "there is no event channel $Name" }
    $policy = Find-EventChannelPolicy $Name $Setting
    if ($null -ne $policy) { $policy } else { $channel.$Setting }
}
