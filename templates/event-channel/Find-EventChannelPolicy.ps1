# What a policy sets of an event channel: enabled, size or mode; nothing where none does.
## Microsoft Learn, "Policy CSP - ADMX_EventLog" and "Policy CSP - EventLogService" (both EventLog.admx, so that Intune writes where Group Policy does): MaxSize in KB, Retention,
## AutoBackupLogFiles, and Enabled of Setup; of these four logs alone. Where one is not set this computer's own value counts; AutoBackupLogFiles counts with Retention alone.
function Find-EventChannelPolicy([string] $Name, [string] $Setting) {
    if (@('Application', 'Security', 'Setup', 'System') -notcontains $Name) { return }
    $key = "SOFTWARE\Policies\Microsoft\Windows\EventLog\$Name"
    $data = Read-SystemValue $key @{ enabled = 'Enabled'; size = 'MaxSize'; mode = 'Retention' }[$Setting]
    if ($null -eq $data) { return }
    switch ($Setting) {
        'enabled' { "$data" -ne '0' }
        'size' { Get-EventLogSize (1KB * $data) }
        'mode' { if ("$data" -ne '1') { 'circular' } elseif ("$(Read-SystemValue $key 'AutoBackupLogFiles')" -eq '1') { 'archive' } else { 'retain' } }
    }
}
