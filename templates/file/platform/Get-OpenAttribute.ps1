# The attributes of an open file or folder as a number; throws for a file that has other names too (hard links).
## Whoever may place a file could name another's file so, whose rights would be changed. BY_HANDLE_FILE_INFORMATION: 0 dwFileAttributes, 40 nNumberOfLinks.
function Get-OpenAttribute([Microsoft.Win32.SafeHandles.SafeFileHandle] $Handle) {
    $facts = [byte[]]::new(52)
    $done = (Get-FolderApi)::GetFileInformationByHandle($Handle, $facts)
    $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
    $attributes = [BitConverter]::ToInt32($facts, 0)
    if (($attributes -band 0x10) -eq 0 -and [BitConverter]::ToInt32($facts, 40) -ne 1) { throw 'it has other names too (hard links)' }
    $attributes
}
