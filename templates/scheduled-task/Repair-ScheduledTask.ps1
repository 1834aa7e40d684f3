# Registers a scheduled task that is missing, changes what it starts and when, switches it on or off, or (Absent) deletes it.
function Repair-ScheduledTask {
    param(
        [string] $Path,
        #remedyc:only ScheduledTask.Program ScheduledTask.Arguments ScheduledTask.EnsuredRunAs ScheduledTask.DailyAt ScheduledTask.AtStartup ScheduledTask.AtLogon ScheduledTask.Every
        [string] $Program,
        [string[]] $Arguments,
        [string] $RunAs,
        [string] $DailyAt,
        [object] $AtStartup,
        [object] $AtLogon,
        [object] $Every,
        #remedyc:end
        [switch] $Absent,
        [object] $Enabled,
        [string] $Definition
    )
    if ($Absent) {
        Add-Journal 'Lost' "scheduled task $Path was deleted"
        return Clear-TaskEntry $Path
    }
    if ($Definition -and $null -eq (Get-TaskEntry $Path)) {
        Add-Journal 'ScheduledTask' $Path '' 'registered'
        # a text has no encoding of its own
        Add-TaskEntry $Path ($Definition -replace '^\s*<\?xml[^>]*\?>')
    }
    #remedyc:only ScheduledTask.Program ScheduledTask.Arguments ScheduledTask.EnsuredRunAs ScheduledTask.DailyAt ScheduledTask.AtStartup ScheduledTask.AtLogon ScheduledTask.Every
    $setting = ConvertTo-TaskSetting $PSBoundParameters
    $is = if ($setting.Count -gt 0) { Get-TaskSetting $Path }
    if ($setting.Count -gt 0 -and $null -eq $is) {
        if (-not $setting.ContainsKey('Account')) { $setting.Account = 'S-1-5-18' }
        Add-Journal 'ScheduledTask' $Path '' 'registered'
        Write-TaskSetting $Path $setting
    }
    elseif ($setting.Count -gt 0 -and (Compare-TaskSetting $Path $setting)) {
        if ($setting.ContainsKey('Arguments') -and -not $setting.ContainsKey('Program')) { $setting.Program = $is.Actions[0].Program }
        Add-Journal 'Lost' "scheduled task $Path was changed"
        Write-TaskSetting $Path $setting
    }
    #remedyc:end
    if ($null -ne $Enabled -and (Get-TaskEntry $Path).Enabled -ne $Enabled) {
        Add-Journal 'ScheduledTaskEnabled' $Path "$(-not $Enabled)" "$Enabled"
        Write-TaskEnabled $Path $Enabled
    }
}
