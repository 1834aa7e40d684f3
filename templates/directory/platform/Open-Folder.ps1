# Opens a folder so that nobody can rename, delete or replace it while the handle is open; the caller disposes the handle. Throws for a junction or link.
## CreateFile with FILE_FLAG_BACKUP_SEMANTICS and FILE_FLAG_OPEN_REPARSE_POINT, sharing read and write but not delete. Whoever walks down a folder that
## others may write to holds each folder in this way, and looks at its attributes only then: else a junction put in between leads the walk elsewhere.
function Open-Folder([string] $Path) {
    $api = Get-FolderApi
    # FILE_LIST_DIRECTORY, FILE_SHARE_READ | FILE_SHARE_WRITE, OPEN_EXISTING
    $raw = $api::CreateFileW($Path, 1, 3, [IntPtr]::Zero, 3, 0x02200000, [IntPtr]::Zero)
    $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    $handle = [Microsoft.Win32.SafeHandles.SafeFileHandle]::new($raw, $true)
    if ($handle.IsInvalid) { throw [ComponentModel.Win32Exception]::new($code) }
    if (([IO.File]::GetAttributes($Path) -band [IO.FileAttributes]::ReparsePoint) -ne 0) {
        $handle.Dispose()
        throw "$Path is a junction or link"
    }
    $handle
}
