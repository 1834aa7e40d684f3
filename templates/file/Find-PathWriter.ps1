# Says who besides administrators could change a file that we are about to run, or what it loads from its folder; nothing when nobody can.
# The file must not be writable, its folder must take no new files (a program loads libraries that lie beside it), and no part of the path above may be
# replaced. Trusted are SYSTEM, administrators, TrustedInstaller and the account that runs this script.
function Find-PathWriter([string] $Path) {
    # FILE_DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER, GENERIC_ALL: enough to put something else in its place
    $replace = 0x100D0040
    # and FILE_WRITE_DATA (add file), FILE_APPEND_DATA (add folder), GENERIC_WRITE
    $write = $replace -bor 0x40000006
    # the parts are told by text: a slash, a stream, '..' or a dot at the end would hide a folder from it
    if ($Path.Substring(2) -match '[/:]|[. ](\\|$)') { return "$(ConvertTo-Line $Path) can be read in two ways" }
    $part = $Path
    $level = 0
    while ($part) {
        $security = Get-PathSecurity -Path $part
        if ($null -eq $security) { return "$(ConvertTo-Line $part) does not exist" }
        $shown = ConvertTo-Line $part
        if ($security.Reparse) { return "$shown is a junction or link" }
        if (-not (Test-TrustedSid -Sid $security.Owner)) { return "$shown belongs to $($security.Owner), who could change it" }
        $mask = if ($level -lt 2) { $write } else { $replace }
        $writer = Find-ForeignWriter -Security $security -Access $mask
        if ($writer) { return "$shown may be changed by $writer, so it is not safe to run; let administrators alone write there" }
        $part = Get-PathPart -Path $part -Parent
        $level++
    }
}
