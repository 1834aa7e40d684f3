# Sets or clears attributes (bits) of the file or folder at this very path; the others stay.
## What was opened is what is asked and changed. FileBasicInfo: times of 0 stay, 32 FileAttributes. The attributes that may be
## given back are FILE_ATTRIBUTE_VALID_SET_FLAGS of the Windows Driver Kit (ntifs.h), and FILE_ATTRIBUTE_NORMAL, since 0 changes nothing (learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_file_basic_information).
function Write-EntryAttribute([string] $Path, [int] $Bits, [bool] $On) {
    # FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES
    $handle = Open-Entry $Path 0x180
    try {
        $is = Get-OpenAttribute $handle
        $new = if ($On) { $is -bor $Bits } else { $is -band -bnot $Bits }
        $basic = [byte[]]::new(40)
        [BitConverter]::GetBytes(($new -band 0x1A31A7) -bor 0x80).CopyTo($basic, 32)
        $done = (Get-FolderApi)::SetFileInformationByHandle($handle, 0, $basic, 40)
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { $handle.Dispose() }
}
