# Deletes a file, empty folder or link, also a read-only one.
## Deletes the file, empty folder or link at a path, also a read-only one; nothing when there is none.
## By its handle, so that it is what stands there and not what a junction leads to. FileDispositionInfoEx (DELETE, POSIX_SEMANTICS, IGNORE_READONLY_ATTRIBUTE); where Windows
## (before 10 1809) or the file system has none of it (1, 50, 87), FileBasicInfo with FILE_ATTRIBUTE_NORMAL and FileDispositionInfo. Throws when it is in use or access is denied.
function Clear-Entry {
    param([Parameter(Mandatory)] [string] $Path)
    $api = Get-FolderApi
    try { $handle = Open-Entry $Path 0x10000 } catch [ComponentModel.Win32Exception] { if ($_.Exception.NativeErrorCode -in 2, 3) { return } else { throw } }
    try {
        $done = $api::SetFileInformationByHandle($handle, 21, [byte[]](0x13, 0, 0, 0), 4)
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if (-not $done -and $code -in 1, 50, 87) {
            $plain = [byte[]]::new(40)
            $plain[32] = 0x80
            $mark = Open-Entry $Path 0x100
            $null = $api::SetFileInformationByHandle($mark, 0, $plain, 40)
            $mark.Dispose()
            $done = $api::SetFileInformationByHandle($handle, 4, [byte[]](1), 1)
            $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        }
        if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { $handle.Dispose() }
}
