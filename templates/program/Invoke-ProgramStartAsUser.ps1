# Starts a program in the session of each person who is signed in, with their rights, and does not wait for its end.
## A task that runs with the token of who is signed in (TASK_LOGON_INTERACTIVE_TOKEN) is the documented way out of session 0 without native calls; deleting it leaves what it runs. Should the script be killed before
## that, the Task Scheduler deletes it when its one trigger, which never fires, is over (DeleteExpiredTaskAfter). Priority 5 is NORMAL_PRIORITY_CLASS, the default 7 lies below.
## Variables in Command and Arguments are expanded, and so is $(Arg0). Below learn.microsoft.com/windows/win32/taskschd/: task-scheduler-schema, principal-logontype, tasksettings-deleteexpiredtaskafter,
## tasksettings-priority, execaction, registeredtask-runex. 0x800710E0 (ERROR_REQUEST_REFUSED) is the result of a task whose account is not signed in at a desktop.
function Invoke-ProgramStartAsUser([string] $Path, [string[]] $Arguments, [string] $SignedBy, [string] $Sha256, [int[]] $SuccessCodes, [timespan] $Timeout) {
    # what comes of it afterwards is not looked at
    $null = $SuccessCodes, $Timeout
    $shown = ConvertTo-Line $Path
    if ($Remedy.Context -eq 'user') { throw "$shown can be started for a person by a remedy of the system alone" }
    $line = ConvertTo-Argument -Argument $Arguments
    if ("$Path $line" -match '[\x00-\x1f%]|\$\(') { throw "$shown cannot be started so: '%', '`$(' and control characters mean something to the Task Scheduler" }
    Use-Program $Path $SignedBy $Sha256 -Everywhere {
        $people = @(Select-Profile | Where-Object { $_.Loaded })
        if ($people.Count -eq 0) { Write-Note "nobody is signed in, so $shown was not started" }
        foreach ($person in $people) {
            $who = ConvertTo-Line $person.Name
            $task = "\Remedyc $($Remedy.Name) $($person.Sid)"
            $definition = @(
                '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">'
                "<Triggers><TimeTrigger><StartBoundary>2000-01-01T00:00:00Z</StartBoundary><EndBoundary>$((Get-Clock).AddMinutes(10).ToString('s'))Z</EndBoundary></TimeTrigger></Triggers>"
                "<Principals><Principal id=`"Person`"><UserId>$($person.Sid)</UserId><LogonType>InteractiveToken</LogonType></Principal></Principals>"
                '<Settings><DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries><StopIfGoingOnBatteries>false</StopIfGoingOnBatteries><ExecutionTimeLimit>PT0S</ExecutionTimeLimit><DeleteExpiredTaskAfter>PT0S</DeleteExpiredTaskAfter><Priority>5</Priority></Settings>'
                "<Actions Context=`"Person`"><Exec><Command>$([Security.SecurityElement]::Escape($Path))</Command><Arguments>$([Security.SecurityElement]::Escape($line))</Arguments></Exec></Actions></Task>"
            ) -join ''
            Clear-TaskEntry $task
            Add-TaskEntry $task $definition
            try {
                Add-Journal 'Lost' "program $Path was started for $($person.Sid)"
                # its times are whole seconds
                $begin = (Get-Clock).AddSeconds(-1)
                Invoke-TaskRun $task
                $null = Wait-Condition ([timespan]'00:00:10') { $now = Get-TaskEntry $task; $now.State -eq 4 -or $now.LastRun -ge $begin }
                $now = Get-TaskEntry $task
                # 4: it runs
                if ($now.State -eq 4) { Write-Note "$shown was started for $who" }
                elseif ($now.LastRun -lt $begin -or $now.LastResult -eq 0x800710E0) { Write-Note "$shown was not started for $who, who is not signed in at a desktop" }
                elseif (($now.LastResult -shr 16) -eq 0xFFFF8007) { throw "$shown could not be started for ${who}: 0x$($now.LastResult.ToString('X8'))" }
                else { Write-Note "$shown was started for $who, and has ended" }
            }
            finally { Clear-TaskEntry $task }
        }
    }
}
