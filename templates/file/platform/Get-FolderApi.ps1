# The function that opens a file or folder with chosen rights and sharing.
function Get-FolderApi {
    Get-NativeType -Library 'kernel32.dll' -Name 'FolderApi' -Signature @{ CreateFileW = [IntPtr], [string], [int], [int], [IntPtr], [int], [int], [IntPtr] }
}
