# The reason where a scheduled task is not as wanted.
function Test-ScheduledTask {
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
        [object] $Enabled
    )
    $task = Get-TaskEntry $Path
    $name = "scheduled task $(ConvertTo-Line $Path)"
    if ($Absent) { if ($null -ne $task) { return "$name exists, it should be absent" } else { return } }
    if ($null -eq $task) { return "$name is missing" }
    #remedyc:only ScheduledTask.Program ScheduledTask.Arguments ScheduledTask.EnsuredRunAs ScheduledTask.DailyAt ScheduledTask.AtStartup ScheduledTask.AtLogon ScheduledTask.Every
    $setting = ConvertTo-TaskSetting $PSBoundParameters
    $why = if ($setting.Count -gt 0) { Compare-TaskSetting $Path $setting }
    if ($why) { return "$name $why" }
    #remedyc:end
    if ($null -ne $Enabled -and $task.Enabled -ne $Enabled) { "$name is $(if ($Enabled) { 'disabled, it should be enabled' } else { 'enabled, it should be disabled' })" }
}
