# -Unregister: deletes the task and the copy of this script; ends the script.
## Journals, marks and log stay: -Rollback reads them, and the same remedy may come by another channel, too. The task first, so that none is left that finds no script.
function Unregister-Remedy {
    $copy, $task = Enter-Registration
    Step 'unregister' 'Scheduled task' {
        Ensure 'unregister:task' "scheduled task $task" { Test-ScheduledTask -Path $task -Absent } { Clear-TaskEntry -Path $task }
    }
    Step 'unregister' 'Copy of this script' {
        Ensure 'unregister:copy' "copy of this script, $copy" { Test-FileAbsence $copy } { Clear-Entry -Path $copy }
    }
    Complete-Remedy
}
