# Why nothing is written or removed at a path.
## A dot or space at the end is dropped by Windows, a colon names a stream, CON and the like a device. Whoever placed a link would say where something is written or removed;
## one that is placed later is seen by Open-Entry. A short name (~1) is seen there, too.
function Find-PathRefusal([string] $Path) {
    $shown = ConvertTo-Line $Path
    if ($Path -notmatch '^([A-Za-z]:|\\\\[^\\?.][^\\]*\\[^\\]+)(\\[^\\]+)*\\?$') { return "$shown is no absolute path" }
    if ($Path.Substring(2) -match '[/:*?"<>|]|[. ](\\|$)|\\(CON|PRN|AUX|NUL|(COM|LPT)[0-9\u00B9\u00B2\u00B3]) *(\.[^\\]*)?(\\|$)') { return "$shown can be read in two ways ('$(ConvertTo-Line $Matches[0])')" }
    for ($above = Get-PathPart $Path -Parent; $above; $above = Get-PathPart $above -Parent) {
        $entry = Get-FileEntry $above
        if ($null -ne $entry -and $entry.IsLink) { return "$(ConvertTo-Line $above) is a junction or link" }
    }
}
