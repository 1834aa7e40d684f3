# What counts of an event channel: a policy's setting, else that of this computer; nothing where there is no such channel.
function Get-EventChannelSetting([string] $Name, [string] $Setting) {
    $channel = Get-EventChannel $Name
    if ($null -eq $channel) { return }
    $policy = Find-EventChannelPolicy $Name $Setting
    if ($null -ne $policy) { $policy } else { $channel.$Setting }
}
