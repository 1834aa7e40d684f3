# Takes the lines of a key out of an ini file.
function Repair-IniValueAbsence([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Section, [Parameter(Mandatory)] [string] $Key) {
    $file = Read-TextFile $Path "$Section$Key"
    $entries = (Find-IniEntry $file.Text $Section $Key).Entries
    $text = $file.Text
    # from the last to the first, so that places stay
    for ($i = $entries.Count - 1; $i -ge 0; $i--) { $text = $text.Remove($entries[$i].Line, $entries[$i].Behind - $entries[$i].Line) }
    Write-TextFile $Path $file $text
}
