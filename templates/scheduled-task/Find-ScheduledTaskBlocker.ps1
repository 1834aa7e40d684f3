# Why a scheduled task cannot be made or be as wanted, or nothing.
function Find-ScheduledTaskBlocker {
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
        [string] $Definition
    )
    if ($Absent) { return }
    #remedyc:only ScheduledTask.Program ScheduledTask.Arguments ScheduledTask.EnsuredRunAs ScheduledTask.DailyAt ScheduledTask.AtStartup ScheduledTask.AtLogon ScheduledTask.Every
    $setting = ConvertTo-TaskSetting $PSBoundParameters
    if ($setting.Count -gt 0) {
        $refusal = Find-TaskSettingRefusal $Path $setting
        if ($refusal -or $setting.ContainsKey('Program')) { return $refusal }
    }
    #remedyc:end
    if ($null -ne (Get-TaskEntry $Path)) { return }
    if (-not $Definition) { return 'the remedy says neither its program nor its definition' }
    if ($Definition -match '<LogonType>\s*(Interactive\w+Or)?Password\s*<') { 'its definition needs a password, which a script does not have' }
}
