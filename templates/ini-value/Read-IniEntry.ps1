# The lines of an ini file that give a key a value, from the first. Wanted: what they are compared with.
function Read-IniEntry([string] $Path, [string] $Section, [string] $Key, [string] $Wanted) {
    $file = Read-TextFile $Path "$Section$Key$Wanted"
    if ($null -ne $file) { (Find-IniEntry $file.Text $Section $Key).Entries }
}
