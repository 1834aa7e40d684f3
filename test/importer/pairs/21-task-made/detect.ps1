if (Get-ScheduledTask -TaskName 'Contoso Cleanup' -ErrorAction SilentlyContinue) { exit 0 } else { exit 1 }
