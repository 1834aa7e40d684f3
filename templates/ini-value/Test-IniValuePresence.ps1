# The reason where an ini file does not have a key.
function Test-IniValuePresence([string] $Path, [string] $Section, [string] $Key) {
    if (@(Read-IniEntry $Path $Section $Key).Count -eq 0) { "$(Get-IniLabel $Path $Section $Key) is missing" }
}
