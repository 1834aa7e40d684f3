# Opens a file, folder or link itself.
## Throws where its path leads elsewhere: through a junction, link or short name.
## Access, Share, Create and Flags as CreateFile has them: by default OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, shared with everybody.
## \\?\ takes the path as it is written (no '..', no dots at the end, no device names, also long ones). What was opened is asked for its name, below that of the root: so a
## mapped drive is no other place. While a file is open that was created without FILE_SHARE_DELETE, no folder above it can be renamed, removed or made a junction (it is not empty).
function Open-Entry([string] $Path, [int] $Access = 0, [int] $Share = 7, [int] $Create = 3, [int] $Flags = 0x02200000) {
    $api = Get-FolderApi
    $wide = $Path -replace '^(?=..\\)', '\\?\' -replace '^\\\\(?!\?)', '\\?\UNC\'
    $root = [regex]::Match("$wide\", '^\\\\\?\\(..\\|UNC\\[^\\]+\\[^\\]+\\)').Value
    $real = foreach ($one in @($root, 0, 7, 3, 0x02000000), @($wide, $Access, $Share, $Create, $Flags, 'kept')) {
        $handle = $api::CreateFileW($one[0], $one[1], $one[2], [IntPtr]::Zero, $one[3], $one[4], [IntPtr]::Zero)
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if ($handle.IsInvalid) { throw [ComponentModel.Win32Exception]::new($code) }
        $name = [Text.StringBuilder]::new(32767)
        $null = $api::GetFinalPathNameByHandleW($handle, $name, $name.Capacity, 0)
        if ($one.Count -lt 6) { $handle.Dispose() }
        "$name".TrimEnd('\')
    }
    if ([string]::Equals($real[1], "$($real[0])\$("$wide\".Substring($root.Length))".TrimEnd('\'), [StringComparison]::OrdinalIgnoreCase)) { return $handle }
    # FileDispositionInfo: what was created elsewhere goes again
    if ($Create -eq 1) { $null = $api::SetFileInformationByHandle($handle, 4, [byte[]](1), 1) }
    $handle.Dispose()
    throw "$Path leads to $($real[1] -replace '^\\\\\?\\')"
}
