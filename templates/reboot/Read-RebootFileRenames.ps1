# Whether files wait to be renamed or deleted by a restart, as on most machines.
## Whether files wait to be renamed or deleted by a restart: browsers and virus scanners leave some on most machines.
function Read-RebootFileRenames {
    @(Read-SystemValue 'SYSTEM\CurrentControlSet\Control\Session Manager' 'PendingFileRenameOperations' | Where-Object { $_ }).Count -gt 0
}
