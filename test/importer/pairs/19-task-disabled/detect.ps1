$task = Get-ScheduledTask -TaskName 'Consolidator' -TaskPath '\Microsoft\Windows\Customer Experience Improvement Program\' -ErrorAction SilentlyContinue
if ($task.State -eq 'Disabled') { exit 0 }
Write-Output 'The task is enabled'
exit 1
