# What the Task Scheduler tells of a task; nothing where there is none.
# LastRun is none, and LastResult 267011, of one that never ran.
## State: TASK_STATE (unknown, disabled, queued, ready, running). LastRunTime is local; of a task that never ran it lies in 1899 or 1999. 267011: SCHED_S_TASK_HAS_NOT_RUN.
function Get-TaskEntry([string] $Path) {
    #remedyc:every-host
    $task = Open-Task $Path
    if ($null -eq $task) { return }
    $definition = $task.Definition
    $lastRun = [datetime]$task.LastRunTime
    [pscustomobject]@{
        Enabled = [bool]$task.Enabled; State = [int]$task.State; LastResult = [int]$task.LastTaskResult; Author = [string]$definition.RegistrationInfo.Author
        LastRun = if ($lastRun -gt [datetime]'2001-01-01') { $lastRun.ToUniversalTime() }
        Account = "$($definition.Principal.UserId)$($definition.Principal.GroupId)"
    }
}
