# Gives an open file its final path in its folder, in one step; one that is there is replaced.
## FileRenameInfo: replace, no other root folder, length, name.
function Write-FileName([IO.FileStream] $File, [string] $Path) {
    $name = [Text.Encoding]::Unicode.GetBytes(($Path -replace '^(?=..\\)', '\\?\' -replace '^\\\\(?!\?)', '\\?\UNC\'))
    $at = 2 * [IntPtr]::Size
    $data = [byte[]]::new($at + $name.Length + 6)
    $data[0] = 1
    [BitConverter]::GetBytes($name.Length).CopyTo($data, $at)
    $name.CopyTo($data, $at + 4)
    $done = (Get-FolderApi)::SetFileInformationByHandle($File.SafeFileHandle, 3, $data, $data.Length)
    $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
    if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
}
