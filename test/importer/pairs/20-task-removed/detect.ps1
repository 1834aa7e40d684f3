try {
    Get-ScheduledTask -TaskName 'Old Contoso Task' -ErrorAction Stop | Out-Null
    Write-Output 'The task is there'
    exit 1
}
catch {
    Write-Output 'No task'
    exit 0
}
