# Why a file is not safe to run.
## It does not exist, or somebody besides administrators could change it or what it loads from its folder; nothing when nobody can. The file must not be writable, its folder must take no new files (a program loads libraries that lie beside it), and no part of the path above may be replaced.
function Find-PathWriter([string] $Path) {
    # rooted, no device path (\\?\ and \\.\ go around the checks of Windows); the parts are told by text, and a slash, a stream, '..' or a dot at the end would hide a folder
    if ($Path -notmatch '^([A-Za-z]:\\|\\\\[^\\?.])') { return "$(ConvertTo-Line $Path) is no absolute path" }
    if (-not (Test-FileEntry $Path)) { return "$(ConvertTo-Line $Path) does not exist" }
    if ($Path.Substring(2) -match '[/:]|[. ](\\|$)') { return "$(ConvertTo-Line $Path) can be read in two ways" }
    # FILE_WRITE_DATA (add file), FILE_APPEND_DATA (add folder), GENERIC_WRITE; and FILE_DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_ALL, with which something else could be put in its place
    $masks = 0x500D0046, 0x500D0046, 0x100D0040
    $level = 0
    for ($part = $Path; $part; $part = Get-PathPart $part -Parent) {
        $shown = ConvertTo-Line $part
        $security = Get-PathSecurity $part
        if ($null -eq $security) { return "$shown does not exist" }
        if ($security.Reparse) { return "$shown is a junction or link" }
        if (-not (Test-TrustedSid $security.Owner)) { return "$shown belongs to $($security.Owner), who could change it" }
        $writer = Find-ForeignWriter $security $masks[[Math]::Min($level++, 2)]
        if ($writer) { return "$shown may be changed by $writer, so it is not safe to run; let administrators alone write there" }
    }
}
