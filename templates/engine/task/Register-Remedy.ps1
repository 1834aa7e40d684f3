# -Register: a copy of this script in our folder, and a task of SYSTEM that runs it; ends the script.
## What is copied is what PowerShell has read and runs, whoever may write to its file. There is no journal of it: -Rollback takes back what the remedy did, -Unregister this.
## Every: learn.microsoft.com/windows/win32/taskschd/repetitionpattern-interval, from 1 minute to 31 days.
function Register-Remedy([string] $Every, [bool] $AtStartup) {
    $copy, $task = Enter-Registration
    $wanted = @{ Program = "$(Get-OwnFolder 'Windows')\System32\WindowsPowerShell\v1.0\powershell.exe"; RunAs = 'S-1-5-18' }
    if ($AtStartup) { $wanted.AtStartup = $true }
    if ($Every -or -not $AtStartup) {
        $wanted.Every = if ($Every) { ConvertFrom-Parameter 'Every' 'duration' $Every } else { [timespan]'01:00:00' }
        if ($wanted.Every.TotalMinutes % 1 -ne 0 -or $wanted.Every -lt [timespan]'00:01:00' -or $wanted.Every -gt [timespan]'31.00:00:00') { Complete-Early 'failed' "parameter -Every: '$Every' is not in whole minutes from 1m to 31d" }
    }
    $content = Get-ScriptText $Remedy.Cmdlet
    Step 'register' 'Copy of this script' {
        Ensure 'register:copy' "copy of this script, $copy" { Test-OwnCopy $copy $content } { Write-OwnCopy $copy $content } { Find-FileBlocker -Path $copy -Content $content }
    }
    Step 'register' 'Scheduled task' {
        Ensure 'register:task' "scheduled task $task" {
            $wanted.Arguments = Get-OwnArgument $copy
            Test-ScheduledTask -Path $task @wanted -Enabled $true
        } {
            Write-TaskSetting $task (ConvertTo-TaskSetting $wanted)
            if (-not (Get-TaskEntry $task).Enabled) { Write-TaskEnabled $task $true }
        }
    }
    Complete-Remedy
}
