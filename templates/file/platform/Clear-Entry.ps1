# Deletes the file, empty folder or link that stands at a path, also a read-only one; nothing when there is none. Throws when it is in use or access is denied.
## By its handle, so that it is what stands there and not what a junction leads to. FileDispositionInfoEx (DELETE, POSIX_SEMANTICS, IGNORE_READONLY_ATTRIBUTE); where Windows
## (before 10 1809) or the file system has none of it (1, 50, 87), FileBasicInfo with FILE_ATTRIBUTE_NORMAL and FileDispositionInfo.
function Clear-Entry {
    param([Parameter(Mandatory)] [string] $Path)
    $api = Get-FolderApi
    try { $handle = Open-Entry $Path 0x10000 }
    catch [ComponentModel.Win32Exception] { if ($_.Exception.NativeErrorCode -in 2, 3) { return } else { throw } }
    try {
        if ($api::SetFileInformationByHandle($handle, 21, [byte[]](0x13, 0, 0, 0), 4)) { return }
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if ($code -in 1, 50, 87) {
            $plain = [byte[]]::new(40)
            $plain[32] = 0x80
            $mark = Open-Entry $Path 0x100
            try { $null = $api::SetFileInformationByHandle($mark, 0, $plain, 40) } finally { $mark.Dispose() }
            if ($api::SetFileInformationByHandle($handle, 4, [byte[]](1), 1)) { return }
            $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        }
        throw [ComponentModel.Win32Exception]::new($code)
    }
    finally { $handle.Dispose() }
}
