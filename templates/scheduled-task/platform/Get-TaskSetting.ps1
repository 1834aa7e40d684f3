# What a task starts, when, and how its account signs in, as it is registered; nothing where there is none.
## TASK_ACTION_TYPE: 0 starts a program. TASK_TRIGGER_TYPE2: 1 at a time, 2 daily, 8 at startup, 9 at logon (learn.microsoft.com/windows/win32/api/taskschd/ne-taskschd-task_trigger_type2). Only these have what is asked of them here.
function Get-TaskSetting([string] $Path) {
    #remedyc:every-host
    $task = Open-Task $Path
    if ($null -eq $task) { return }
    $definition = $task.Definition
    [pscustomobject]@{
        Account  = "$($definition.Principal.UserId)$($definition.Principal.GroupId)"; LogonType = [int]$definition.Principal.LogonType
        Actions  = @(foreach ($one in $definition.Actions) { if ($one.Type -eq 0) { [pscustomobject]@{ Program = [string]$one.Path; Arguments = [string]$one.Arguments } } else { [pscustomobject]@{ Program = ''; Arguments = '' } } })
        Triggers = @(foreach ($one in $definition.Triggers) {
                [pscustomobject]@{
                    Type = [int]$one.Type; Enabled = [bool]$one.Enabled; Start = [string]$one.StartBoundary; End = [string]$one.EndBoundary; Every = [string]$one.Repetition.Interval; Lasts = [string]$one.Repetition.Duration
                    Days = if ($one.Type -eq 2) { [int]$one.DaysInterval } else { 0 }; User = if ($one.Type -eq 9) { [string]$one.UserId } else { '' }
                }
            })
    }
}
