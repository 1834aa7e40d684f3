# Why an event channel cannot be set up as wished, or nothing.
## Microsoft Learn, "EVT_CHANNEL_CONFIG_PROPERTY_ID enumeration (winevt.h)": EvtChannelConfigEnabled cannot be set for Application, System and Security.
## "System Error Codes (12000-15999)", 15022: an enabled direct channel must be disabled first. That ends what it records, so it is for a person to say.
function Find-EventChannelBlocker([string] $Name, [object] $Enabled, [object] $MaximumSize, [string] $Mode) {
    $channel = Get-EventChannel $Name
    if ($null -eq $channel) { return 'it comes with the program or feature that writes to it' }
    foreach ($one in @(Find-EventChannelDeviation $Name $Enabled $MaximumSize $Mode)) {
        if ($null -ne (Find-EventChannelPolicy $Name $one.Setting)) {
            return "$($one.Setting) is set by Group Policy or Intune (HKLM\SOFTWARE\Policies\Microsoft\Windows\EventLog\$Name), change it there"
        }
        if ($one.Setting -eq 'enabled') {
            if (@('Application', 'Security', 'System') -contains $Name) { return 'Windows does not allow that it is switched on or off' }
        }
        elseif ($channel.Direct -and $channel.Enabled -and $Enabled -ne $false) {
            return "Windows changes the $($one.Setting) of an analytic or debug log only while it is off, and it is recording now; switch it off when it is no longer needed"
        }
    }
}
