# Whether an EXE is a WiX Burn bundle: it has a section .wixburn.
## Layout of PE files: the offset of the header is at 0x3C; sections are at 6 of it, the size of the optional header at 20, section headers of 40 bytes follow.
function Test-BurnBundle([string] $Path) {
    $bytes = Get-FileByte -Path $Path -Count 8192
    if ($bytes.Length -lt 64 -or [BitConverter]::ToUInt16($bytes, 0) -ne 0x5A4D) { return $false }
    $header = [BitConverter]::ToInt32($bytes, 0x3C)
    if ($header -lt 0 -or $header -gt $bytes.Length - 24 -or [BitConverter]::ToInt32($bytes, $header) -ne 0x4550) { return $false }
    $sections = [BitConverter]::ToUInt16($bytes, $header + 6)
    $at = $header + 24 + [BitConverter]::ToUInt16($bytes, $header + 20)
    for ($index = 0; $index -lt $sections -and $at + 40 -le $bytes.Length; $index++) {
        if ([Text.Encoding]::ASCII.GetString($bytes, $at, 8) -eq '.wixburn') { return $true }
        $at += 40
    }
    $false
}
