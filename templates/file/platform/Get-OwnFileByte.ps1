# Gives the bytes of the file at this very path, up to Count; nothing where it has other names too (hard links).
## What was opened is what is asked and read: nobody can meanwhile put a junction or a link to another's file there and so have its bytes kept. 40: nNumberOfLinks of BY_HANDLE_FILE_INFORMATION.
function Get-OwnFileByte([string] $Path, [int] $Count) {
    # FILE_READ_DATA
    $stream = [IO.FileStream]::new((Open-Entry $Path 1), [IO.FileAccess]::Read)
    try {
        $facts = [byte[]]::new(52)
        $done = (Get-FolderApi)::GetFileInformationByHandle($stream.SafeFileHandle, $facts)
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
        if ([BitConverter]::ToInt32($facts, 40) -eq 1) { , [IO.BinaryReader]::new($stream).ReadBytes($Count) }
    }
    finally { $stream.Dispose() }
}
