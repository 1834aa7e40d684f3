# Tells whether an existing file or folder grants an access right to who runs the script: it is opened with that right and closed again, nothing is read or changed.
## Access is Write (files and folders may be added, data changed) or Delete. Only ERROR_ACCESS_DENIED says no: a file that is in use (ERROR_SHARING_VIOLATION)
## passed the check of rights before. CreateFile with FILE_FLAG_BACKUP_SEMANTICS and FILE_FLAG_OPEN_REPARSE_POINT.
function Test-PathAccess([string] $Path, [string] $Access) {
    $api = Get-FolderApi
    # FILE_WRITE_DATA | FILE_APPEND_DATA, which for a folder are FILE_ADD_FILE | FILE_ADD_SUBDIRECTORY; DELETE. Shared with everybody, OPEN_EXISTING
    $raw = $api::CreateFileW($Path, @{ Write = 6; Delete = 0x10000 }[$Access], 7, [IntPtr]::Zero, 3, 0x02200000, [IntPtr]::Zero)
    $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    $handle = [Microsoft.Win32.SafeHandles.SafeFileHandle]::new($raw, $true)
    $granted = -not $handle.IsInvalid -or $code -ne 5
    $handle.Dispose()
    $granted
}
