# Functions that open a file or folder, tell its real path and names, rename, delete.
function Get-FolderApi {
    $handle = [Microsoft.Win32.SafeHandles.SafeFileHandle]
    Get-NativeType -Library 'kernel32' -Name 'FolderApi' -Signature @{
        CreateFileW                = $handle, [string], [int], [int], [IntPtr], [int], [int], [IntPtr]
        GetFileInformationByHandle = [bool], $handle, [byte[]]
        GetFinalPathNameByHandleW  = [int], $handle, [Text.StringBuilder], [int], [int]
        SetFileInformationByHandle = [bool], $handle, [int], [byte[]], [int]
    }
}
